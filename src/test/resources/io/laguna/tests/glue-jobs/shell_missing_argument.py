#: command pythonshell
#: state FAILED
#: message Command failed with exit code 1
import sys

from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["INPUT"])
