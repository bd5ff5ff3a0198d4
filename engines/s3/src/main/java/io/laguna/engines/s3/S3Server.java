package io.laguna.engines.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * The S3 engine's process: S3Proxy over a folder of buckets, on loopback, taking any credentials.
 *
 * <p>Arguments: the folder of the buckets, the port.
 */
public final class S3Server {
    /** Large enough for every single PUT that S3 itself takes (5 GiB). */
    private static final long LARGEST_SINGLE_PUT = 5L << 30;

    private S3Server() {}

    public static void main(String[] args) throws Exception {
        Path buckets = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        S3Proxy server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:" + args[1]))
                .awsAuthentication(AuthenticationType.NONE, "", "")
                .blobStore(new PlainFilesBlobStore(new FilesystemNio2BlobStore(buckets.toString()), buckets))
                .ignoreUnknownHeaders(true)
                .maxSinglePartObjectSize(LARGEST_SINGLE_PUT)
                .v4MaxNonChunkedRequestSize(LARGEST_SINGLE_PUT)
                .build();
        server.start();
    }
}
