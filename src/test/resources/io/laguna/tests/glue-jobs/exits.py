#: state FAILED
#: message Error Category: SYSTEM_EXIT_ERROR; SystemExit: 3
import sys

sys.exit(3)
