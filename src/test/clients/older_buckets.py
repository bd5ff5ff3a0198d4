"""A plugin of pytest: the buckets that tests create are as AWS's were before April 2023.

Since then AWS gives every new bucket an ownership that switches access control lists off, and blocks public access. A test
that is older than that takes lists for granted, so each bucket is created with them switched on, without ownership controls, and with
nothing blocked.
"""

import functools

import boto3.session

make_client = boto3.session.Session.client


def with_older_buckets(client):
    """Returns the client, which creates buckets whose lists count."""
    create_bucket = client.create_bucket

    @functools.wraps(create_bucket)
    def create(**request):
        bucket = {"Bucket": request["Bucket"]}
        if "ObjectOwnership" in request:
            answer = create_bucket(**request)
            client.delete_public_access_block(**bucket)
            return answer
        lists = {name: request.pop(name) for name in list(request) if name == "ACL" or name.startswith("Grant")}
        answer = create_bucket(ObjectOwnership="ObjectWriter", **request)
        client.delete_bucket_ownership_controls(**bucket)
        client.delete_public_access_block(**bucket)
        if lists:
            client.put_bucket_acl(**bucket, **lists)
        return answer

    client.create_bucket = create
    return client


def session_client(session, service_name, *arguments, **options):
    """Makes a client as boto3 does."""
    client = make_client(session, service_name, *arguments, **options)
    return with_older_buckets(client) if service_name == "s3" else client


boto3.session.Session.client = session_client
