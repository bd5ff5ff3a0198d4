#: state FAILED
#: message Error Category: INVALID_ARGUMENT_ERROR; Failed Line Number: 7; GlueArgumentError: the following arguments are required: --INPUT
import sys

from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["JOB_NAME", "INPUT"])
