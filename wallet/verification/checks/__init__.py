"""One module per check name of the command line contract; each offers a `check_` function that returns a `Check`."""
