package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS on paper. Names that AWS would give are in angle brackets. */
final class PaperSts implements StsClient {
    private static final String SERVICE = "sts";

    private final Paper paper;

    PaperSts(Paper paper) {
        this.paper = paper;
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        paper.write(SERVICE, request);
        return GetCallerIdentityResponse.builder().account("<account>").build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
