"""Questions from a worker to the person in front of the window, and their answers: no Qt object crosses over.

Lives here: waiting on one side, answering on the other. Does not live here: the question's look (`check_part`).
"""

import queue
import threading

from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.site_ports import ReadSoFar, SignInPage
from wallet.ui.tasks import Job

_STEP = 0.1


class Talk:
    """One conversation. Implements `Conversation` for the worker that has the job; `answer` is the window's."""

    def __init__(self) -> None:
        self._job: Job | None = None
        self._answers: queue.SimpleQueue[SiteAnswer] = queue.SimpleQueue()
        self._never = threading.Event()

    def begin(self, job: Job) -> "Talk":
        """The worker takes it over."""
        self._job = job
        return self

    def end(self) -> None:
        """The worker is done with it: nothing of its job stays behind on its thread."""
        self._job = None

    def answer(self, answer: SiteAnswer) -> None:
        """What the person said to the question that is open; called on the window's thread."""
        self._answers.put(answer)

    @property
    def stopped(self) -> bool:
        """Whether the person pressed Stop, or the window is going away."""
        return self._job is None or self._job.stopped

    def ask(self, question: SiteQuestion) -> SiteAnswer:
        """Waits for the answer."""
        self._tell(question)
        while not self.stopped:
            try:
                return self._answers.get(timeout=_STEP)
            except queue.Empty:
                continue
        return SiteAnswer(False)

    def show(self, news: SignInPage | ReadSoFar) -> None:
        """Tells how far it is."""
        self._tell(news)

    def pause(self, seconds: float) -> None:
        """Lets time pass, in steps short enough to stop."""
        while seconds > 0 and not self.stopped:
            self._never.wait(min(_STEP, seconds))
            seconds -= _STEP

    def _tell(self, what: object) -> None:
        if self._job is not None:
            self._job.item(what)
