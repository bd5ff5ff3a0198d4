#: argument --conf enable
#: state FAILED
#: message LAUNCH ERROR | Invalid input to --conf: enable is no key=value. Please refer logs for details.
print("never")
