package io.laguna.emulator.redshift.load;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The parts of the lake that COPY and UNLOAD need.
 *
 * @param s3 the lake's S3, by a client that signs with the credentials of each request
 * @param roles takes a chain of roles on, one after the other, and returns the credentials of the last one; it throws
 *     {@link RoleRefused}
 */
public record LoadSettings(Supplier<S3Client> s3, Function<List<String>, AwsCredentials> roles) {}
