"""What `packaging/run.py` does, standard library only (but for `test_plugin`, which pytest loads).

Lives here: making the environment, asking for system libraries, running the checks, walking the demo.
Does not live here: anything the wallet itself needs at run time; `wallet/` never imports this package.
"""
