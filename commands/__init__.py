"""The command line: one file a command; a window is loaded only by the commands that show one."""
