"""Opens a pseudo-terminal and carries bytes between it and stdin/stdout.

Node cannot open one by itself. The first line on stdout is the path of the terminal; every byte
after it is what was written to the terminal, unchanged. The slave stays open here, so that the
program under test may close and reopen it. Ends with its stdin: to kill it is to pull the cable.
"""

import os
import pty
import select
import signal
import tty

# Ctrl+C is meant for the program that started this; what it leaves behind ends with stdin.
signal.signal(signal.SIGINT, signal.SIG_IGN)

STDIN, STDOUT = 0, 1

master, slave = pty.openpty()
tty.setraw(slave)
os.write(STDOUT, os.ttyname(slave).encode() + b"\n")

while True:
    readable, _, _ = select.select([STDIN, master], [], [])
    if STDIN in readable:
        arrived = os.read(STDIN, 4096)
        if not arrived:
            break
        os.write(master, arrived)
    if master in readable:
        os.write(STDOUT, os.read(master, 4096))
