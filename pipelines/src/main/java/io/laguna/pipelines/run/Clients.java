package io.laguna.pipelines.run;

import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The AWS clients of a run. The caller that makes the clients knows where they lead: to AWS, to Laguna, or to paper.
 *
 * <p>The caller also closes them.
 */
public record Clients(S3Client s3, EmrClient emr, EmrServerlessClient emrServerless, AthenaClient athena)
        implements AutoCloseable {
    @Override
    public void close() {
        s3.close();
        emr.close();
        emrServerless.close();
        athena.close();
    }
}
