#: argument --additional-python-modules no-such-module-anywhere==1.0
#: state FAILED
#: message LAUNCH ERROR | Python Module Installer indicates modules that failed to install, check logs from the PythonModuleInstaller. Laguna installs modules from S3 and, without LAGUNA_GLUE_PACKAGE_INDEX
print("never")
