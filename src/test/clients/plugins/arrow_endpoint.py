"""A plugin of pytest: PyArrow's S3FileSystem finds the endpoint of AWS_ENDPOINT_URL, which it does not read itself."""

import os
from urllib.parse import urlparse

from pyarrow import fs

endpoint = urlparse(os.environ["AWS_ENDPOINT_URL"])


class S3FileSystem(fs.S3FileSystem):
    """The file system, at the endpoint unless another one is given."""

    def __init__(self, **options):
        super().__init__(**{"endpoint_override": endpoint.netloc, "scheme": endpoint.scheme, **options})


fs.S3FileSystem = S3FileSystem
