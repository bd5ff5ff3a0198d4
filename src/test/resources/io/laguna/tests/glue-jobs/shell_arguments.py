#: command pythonshell
#: argument --day 2021-01-01
#: state SUCCEEDED
#: prints 2021-01-01 shell_arguments
import sys

from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["JOB_NAME", "day"])
print(args["day"], args["JOB_NAME"])
