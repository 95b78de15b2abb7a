"""Files of other programs that hold many credentials: backups, exports, lists. One module for each kind.

Lives here: telling each kind by its content, and taking it apart into the credentials in it, every one with its own
bytes. Does not live here: opening what is locked (`wallet.sharing.locked_backups`), archives and mail
(`wallet.codecs`), or the order in which kinds are tried (`wallet.app.gather`).
"""
