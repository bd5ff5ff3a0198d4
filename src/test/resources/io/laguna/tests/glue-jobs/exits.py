#: state FAILED
#: message Error Category: SYSTEM_EXIT_ERROR; Failed Line Number: 5; SystemExit: 3
import sys

sys.exit(3)
