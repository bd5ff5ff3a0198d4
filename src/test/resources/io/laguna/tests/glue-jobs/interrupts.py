#: state FAILED
#: message Error Category: UNCLASSIFIED_ERROR; Failed Line Number: 3; KeyboardInterrupt
raise KeyboardInterrupt
