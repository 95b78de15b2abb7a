"""The command line, `ler-wallet COMMAND`: no window. `commands` lists them, `main` is the edge."""
