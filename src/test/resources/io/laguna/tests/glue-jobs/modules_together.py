#: argument --additional-python-modules s3://glue-jobs/lib/all.gluewheels.zip
#: argument --python-modules-installer-option --no-index
#: state SUCCEEDED
#: prints metre litre
import litres
import metres

print(metres.NAME, litres.NAME)
