#: state FAILED
#: message Error Category: SYSTEM_EXIT_ERROR; Failed Line Number: 8; SystemExit: nothing to do
#: prints no input: EOF when reading a line
try:
    input()
except EOFError as end:
    print("no input:", end)
raise SystemExit("nothing to do")
