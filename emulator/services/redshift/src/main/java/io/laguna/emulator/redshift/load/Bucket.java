package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 as a load reads it, with the credentials that its statement names. */
final class Bucket implements Store {
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final AwsRequestOverrideConfiguration signed;

    Bucket(S3Client s3, AwsCredentials credentials) {
        this.s3 = s3;
        this.signed = AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    /** Returns the objects whose keys begin with a location's. */
    List<Source> list(Location prefix) throws S3Refused {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(prefix.bucket())
                .prefix(prefix.key())
                .overrideConfiguration(signed)
                .build();
        List<Source> found = new ArrayList<>();
        try {
            s3.listObjectsV2Paginator(request)
                    .contents()
                    .forEach(object ->
                            found.add(new Source(new Location(prefix.bucket(), object.key()), object.size())));
        } catch (SdkException e) {
            throw S3Refused.of(e, "Listing bucket=" + prefix.bucket() + " prefix=" + prefix.key());
        }
        return found;
    }

    /** Returns an object, if it is there. */
    Optional<Source> find(Location location) throws S3Refused {
        HeadObjectRequest request = HeadObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .overrideConfiguration(signed)
                .build();
        try {
            return Optional.of(new Source(location, s3.headObject(request).contentLength()));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw S3Refused.of(e, context(location));
        } catch (SdkException e) {
            throw S3Refused.of(e, context(location));
        }
    }

    byte[] whole(Location location) throws S3Refused {
        try {
            return s3.getObjectAsBytes(get(location).build()).asByteArrayUnsafe();
        } catch (SdkException e) {
            throw S3Refused.of(e, context(location));
        }
    }

    @Override
    public InputStream open(Source source) throws IOException {
        try {
            return s3.getObject(get(source.location()).build());
        } catch (SdkException e) {
            throw S3Refused.of(e, context(source.location()));
        }
    }

    @Override
    public byte[] range(Source source, long from, int length) throws IOException {
        GetObjectRequest request = get(source.location())
                .range("bytes=" + from + "-" + (from + length - 1))
                .build();
        try {
            return s3.getObjectAsBytes(request).asByteArrayUnsafe();
        } catch (SdkException e) {
            throw S3Refused.of(e, context(source.location()));
        }
    }

    /** Returns what writes files below a prefix. */
    Uploads uploads(Location prefix) {
        return new Uploads(s3, signed, prefix);
    }

    void delete(List<Source> objects) throws S3Refused {
        for (Source object : objects) {
            try {
                s3.deleteObject(request -> request.bucket(object.location().bucket())
                        .key(object.location().key())
                        .overrideConfiguration(signed));
            } catch (SdkException e) {
                throw S3Refused.of(e, "S3 key being deleted : " + object.location());
            }
        }
    }

    private GetObjectRequest.Builder get(Location location) {
        return GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .overrideConfiguration(signed);
    }

    private static String context(Location location) {
        return "S3 key being read : " + location;
    }
}
