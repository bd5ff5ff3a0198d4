package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.CORSConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketCorsResponse;

/** CORS configurations of buckets. The endpoint answers pages by them. */
public final class BucketCorsRules extends Room {
    private static final int MOST_RULES = 100;
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");

    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketCorsRules(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketCorsResponse getBucketCors(GetBucketCorsRequest request) {
        CORSConfiguration configuration = documents
                .read(access.bucket(request).name(), Kind.CORS, CORSConfiguration.builder())
                .orElseThrow(Failure.NO_SUCH_CORS_CONFIGURATION::exception);
        return GetBucketCorsResponse.builder()
                .corsRules(configuration.corsRules())
                .build();
    }

    @Override
    public PutBucketCorsResponse putBucketCors(PutBucketCorsRequest request) {
        String bucket = access.bucket(request).name();
        CORSConfiguration configuration =
                Optional.ofNullable(request.corsConfiguration()).orElseThrow(Failure.MALFORMED_XML::exception);
        if (configuration.corsRules().isEmpty() || configuration.corsRules().size() > MOST_RULES) {
            throw Failure.MALFORMED_XML.exception();
        }
        configuration.corsRules().forEach(BucketCorsRules::check);
        documents.write(bucket, Kind.CORS, configuration);
        return PutBucketCorsResponse.builder().build();
    }

    private static void check(CORSRule rule) {
        if (rule.allowedMethods().isEmpty() || rule.allowedOrigins().isEmpty()) {
            throw Failure.MALFORMED_XML.exception();
        }
        for (String method : rule.allowedMethods()) {
            if (!METHODS.contains(method)) {
                throw Failure.INVALID_REQUEST.exception(
                        "Found unsupported HTTP method in CORS config. Unsupported method is " + method);
            }
        }
        for (String origin : rule.allowedOrigins()) {
            if (origin.indexOf('*') != origin.lastIndexOf('*')) {
                throw Failure.INVALID_REQUEST.exception(
                        "AllowedOrigin \"" + origin + "\" can not have more than one wildcard.");
            }
        }
        for (String header : rule.allowedHeaders()) {
            if (header.indexOf('*') != header.lastIndexOf('*')) {
                throw Failure.INVALID_REQUEST.exception(
                        "AllowedHeader \"" + header + "\" can not have more than one wildcard.");
            }
        }
    }

    @Override
    public DeleteBucketCorsResponse deleteBucketCors(DeleteBucketCorsRequest request) {
        documents.remove(access.bucket(request).name(), Kind.CORS);
        return DeleteBucketCorsResponse.builder().build();
    }
}
