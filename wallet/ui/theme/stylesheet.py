"""The one style sheet of the program, generated from tokens and metrics.

Selectors name a widget class with a property (`kind`, `role`, `surface`); nothing is set on `QWidget` as a
whole, because such a rule repaints every child of a scroll area.
"""

from wallet.ui.theme.metrics import TYPE, Metrics
from wallet.ui.theme.tokens import STRONG, Tokens

_MUTED = {
    "secondary": "text2",
    "secondary_strong": "text2",
    "lead": "text2",
    "hint": "text3",
    "count": "text3",
}
_STATES = ("ok", "warn", "bad", "wait")


def stylesheet(tokens: Tokens, metrics: Metrics) -> str:
    """The whole style sheet at one theme and text size."""
    parts = (_labels, _surfaces, _buttons, _links, _navigation, _fields, _lists, _bars, _menus)
    return "\n".join(part(tokens, metrics) for part in parts)


def _labels(t: Tokens, m: Metrics) -> str:
    rules = [f"QLabel {{ background: transparent; color: {t.text}; }}"]
    for role in TYPE:
        colour = t[_MUTED.get(role, "text")]
        rules.append(
            f'QLabel[role="{role}"] {{ color: {colour};'
            f" font-size: {m.font_px(role)}px; font-weight: {m.weight(role)}; }}"
        )
    rules += [f'QLabel[tone="{state}"] {{ color: {t[state]}; }}' for state in _STATES]
    rules.append(f'QLabel[tone="text"] {{ color: {t.text}; }}')
    rules.append(f'QLabel[tone="primary"] {{ color: {t.primary}; }}')
    return "\n".join(rules)


def _surfaces(t: Tokens, m: Metrics) -> str:
    # Where contrast is strong, what is told apart by its ground alone has an edge, too.
    edge = f"1px solid {t.line_strong}" if t in STRONG else "none"
    soft = "\n".join(
        f'QFrame[surface="{state}"] {{ background: {t[state + "_soft"]}; border: {edge};'
        f" border-radius: {m.px(10)}px; }}"
        for state in _STATES
    )
    return f"""
QFrame[surface="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {m.px(12)}px; }}
QFrame[surface="note"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {m.px(10)}px; }}
QFrame[surface="sunken"] {{ background: {t.sunken}; border: {edge}; border-radius: {m.px(10)}px; }}
QFrame[surface="sidebar"] {{ background: {t.sunken}; border: none; border-right: 1px solid {t.line}; }}
QFrame[surface="pane"] {{ background: {t.bg}; border: none; border-left: 1px solid {t.line}; }}
QFrame[surface="rule"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[surface="chip"] {{ background: {t.primary_soft}; border: {edge}; border-radius: {m.px(10)}px; }}
QFrame[surface="chip"] QLabel {{ color: {t.on_primary_soft}; }}
{soft}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea:focus {{ border: 2px solid {t.focus}; border-radius: {m.px(8)}px; }}
"""


def _buttons(t: Tokens, m: Metrics) -> str:
    inner, pad = m.px(40) - 2, m.px(15)
    chip_edge = t.line_strong if t in STRONG else t.primary_soft
    return f"""
QPushButton {{
  min-height: {inner}px; padding: 0 {pad}px; border: 1px solid {t.line_strong}; border-radius: {m.px(8)}px;
  background: {t.surface}; color: {t.text}; font-size: {m.font_px("strong")}px; font-weight: 600;
}}
QPushButton:hover {{ background: {t.sunken}; }}
QPushButton:pressed {{ background: {t.primary_soft}; color: {t.on_primary_soft}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 0 {pad - 1}px; min-height: {inner - 2}px; }}
QPushButton:disabled {{ color: {t.text3}; border-color: {t.line}; background: {t.sunken}; }}
QPushButton[kind="plain"]:checked {{
  background: {t.primary_soft}; color: {t.on_primary_soft}; border-color: {t.primary};
}}
QPushButton[kind="chip"], QPushButton[kind="chip"]:focus {{
  min-height: {m.px(32) - 4}px; padding: 0 {m.px(10)}px;
  border: 2px solid {chip_edge}; border-radius: {m.px(16)}px;
  background: {t.primary_soft}; color: {t.on_primary_soft}; font-size: {m.font_px("secondary")}px;
}}
QPushButton[kind="chip"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[kind="primary"] {{ background: {t.primary}; color: {t.on_primary}; border: 1px solid {t.primary}; }}
QPushButton[kind="primary"]:hover {{ background: {t.primary_hover}; border-color: {t.primary_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.primary_hover}; color: {t.on_primary}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[kind="primary"]:disabled {{ color: {t.text3}; border-color: {t.line}; background: {t.sunken}; }}
QPushButton[kind="danger"] {{ color: {t.bad}; border: 1px solid {t.bad}; }}
QPushButton[kind="danger"]:pressed {{ background: {t.bad_soft}; }}
QPushButton[kind="danger"]:disabled {{ color: {t.text3}; border-color: {t.line}; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[kind="icon"] {{
  min-height: {m.px(36) - 4}px; min-width: {m.px(36) - 4}px;
  padding: 0; border: 2px solid transparent; background: transparent;
}}
QPushButton[kind="icon"]:hover {{ background: {t.sunken}; }}
QPushButton[kind="icon"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _links(t: Tokens, m: Metrics) -> str:
    return f"""
QPushButton[kind="link"] {{
  min-height: {m.px(32) - 4}px; padding: 0 {m.px(8)}px;
  border: 2px solid transparent; background: transparent; color: {t.primary}; outline: none;
}}
QPushButton[kind="link"]:hover {{ background: {t.primary_soft}; color: {t.on_primary_soft}; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.focus}; padding: 0 {m.px(8)}px; min-height: {m.px(32) - 4}px; }}
QPushButton[kind="link"]:disabled {{ background: transparent; color: {t.text3}; }}
QPushButton[kind="link"][tight="true"], QPushButton[kind="link"][tight="true"]:focus {{
  font-size: {m.font_px("secondary")}px; padding: 0 {m.px(3)}px;
}}
"""


def _navigation(t: Tokens, m: Metrics) -> str:
    edge = t.line_strong if t in STRONG else "transparent"
    return f"""
QPushButton[kind="nav"] {{
  min-height: {m.px(40) - 4}px; padding: 0 {m.px(10)}px;
  border: 2px solid transparent; background: transparent; color: {t.text};
  font-size: {m.font_px("body")}px; font-weight: 400; text-align: left;
}}
QPushButton[kind="nav"][low="true"] {{ min-height: {m.px(32) - 4}px; }}
QPushButton[kind="nav"]:hover {{ background: {t.surface}; color: {t.text}; }}
QPushButton[kind="nav"]:checked {{
  background: {t.primary_soft}; color: {t.on_primary_soft}; font-weight: 600; border-color: {edge};
}}
QPushButton[kind="nav"]:disabled {{ color: {t.text3}; }}
QPushButton[kind="nav"]:focus {{ border: 2px solid {t.focus}; }}
QLabel[role="navcount"] {{ font-size: {m.font_px("count")}px; color: {t.text2}; }}
"""


def _fields(t: Tokens, m: Metrics) -> str:
    inner, pad = m.px(40) - 2, m.px(11)
    names = ("QLineEdit", "QComboBox", "QDateEdit")
    plain = ", ".join(names)
    focused = ", ".join(f"{name}:focus" for name in names)
    disabled = ", ".join(f"{name}:disabled" for name in names)
    return f"""
{plain}, QPlainTextEdit {{
  border: 1px solid {t.line_strong}; border-radius: {m.px(8)}px; background: {t.surface}; color: {t.text};
  font-size: {m.font_px("body")}px; selection-background-color: {t.primary}; selection-color: {t.on_primary};
}}
{plain} {{ min-height: {inner}px; padding: 0 {pad}px; }}
{focused} {{ border: 2px solid {t.focus}; min-height: {inner - 2}px; padding: 0 {pad - 1}px; }}
{disabled} {{ color: {t.text3}; background: {t.sunken}; border-color: {t.line}; }}
QLineEdit {{ placeholder-text-color: {t.text3}; }}
QLineEdit[field="icon"] {{ padding-left: {m.px(38)}px; }}
QLineEdit[field="icon"]:focus {{ padding-left: {m.px(37)}px; }}
QLineEdit[field="eye"] {{ padding-right: {m.px(46)}px; }}
QLineEdit[state="bad"] {{ border: 2px solid {t.bad}; min-height: {inner - 2}px; }}
QLineEdit[state="bad"]:focus {{ border: 4px solid {t.focus}; min-height: {inner - 6}px; padding-left: {pad - 3}px; }}
QPlainTextEdit {{ padding: {m.px(8)}px; }}
QPlainTextEdit:focus {{ border: 2px solid {t.focus}; padding: {m.px(8) - 1}px; }}
QPlainTextEdit[kind="mono"] {{ background: {t.sunken}; border: 1px solid {t.line}; font-size: {m.font_px("chip")}px; }}
QPlainTextEdit[kind="mono"]:focus {{ border: 2px solid {t.focus}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {m.px(34)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong}; outline: none;
  selection-background-color: {t.primary_soft}; selection-color: {t.on_primary_soft};
}}
QComboBox QAbstractItemView::item {{ min-height: {m.px(36)}px; padding: 0 {m.px(8)}px; }}
"""


def _lists(t: Tokens, m: Metrics) -> str:
    return f"""
QListView {{ background: transparent; border: none; outline: none; }}
QListWidget {{ border: 2px solid transparent; border-radius: {m.px(8)}px; }}
QListWidget:focus {{ border: 2px solid {t.focus}; }}
QCalendarWidget QWidget {{ alternate-background-color: {t.sunken}; }}
QCalendarWidget QAbstractItemView {{
  background: {t.surface}; color: {t.text}; selection-background-color: {t.primary}; selection-color: {t.on_primary};
}}
QCalendarWidget QToolButton {{ color: {t.text};
  background: transparent; padding: {m.px(6)}px; border: 2px solid transparent; }}
QCalendarWidget QToolButton:focus {{ border: 2px solid {t.focus}; }}
"""


def _bars(t: Tokens, m: Metrics) -> str:
    wide, half = m.px(10), m.px(3)
    edge = f"1px solid {t.line_strong}" if t in STRONG else "none"
    return f"""
QProgressBar {{
  background: {t.sunken}; border: {edge}; border-radius: {m.px(4)}px; min-height: {m.px(8)}px; max-height: {m.px(8)}px;
}}
QProgressBar::chunk {{ background: {t.primary}; border-radius: {m.px(4)}px; }}
QScrollBar:vertical {{ background: transparent; width: {wide}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {wide}px; margin: 0; }}
QScrollBar::handle {{ background: {t.line_strong}; border-radius: {half}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {m.px(40)}px; }}
QScrollBar::handle:horizontal {{ min-width: {m.px(40)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _menus(t: Tokens, m: Metrics) -> str:
    return f"""
QMenuBar {{ background: {t.sunken}; color: {t.text};
  font-size: {m.font_px("secondary")}px; border-bottom: 1px solid {t.line}; }}
QMenuBar::item {{ padding: {m.px(7)}px {m.px(12)}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.primary_soft}; color: {t.on_primary_soft}; }}
QMenu {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong}; padding: {m.px(4)}px;
  font-size: {m.font_px("body")}px;
}}
QMenu::item {{ padding: {m.px(7)}px {m.px(24)}px; border-radius: {m.px(6)}px; }}
QMenu::item:selected {{ background: {t.primary_soft}; color: {t.on_primary_soft}; }}
QMenu::item:disabled {{ color: {t.text3}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {m.px(4)}px; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong}; padding: {m.px(6)}px; }}
"""
