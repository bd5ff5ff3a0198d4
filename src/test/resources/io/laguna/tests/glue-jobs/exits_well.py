#: state SUCCEEDED
#: prints before
import sys

print("before")
sys.exit(0)
