package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.PauseClusterRequest;
import software.amazon.awssdk.services.redshift.model.PauseClusterResponse;

/** Redshift on paper. Names that AWS would give are in angle brackets. */
final class PaperRedshift implements RedshiftClient {
    private static final String SERVICE = "redshift";

    private final Paper paper;
    private boolean there;

    PaperRedshift(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateClusterResponse createCluster(CreateClusterRequest request) {
        paper.write(SERVICE, request);
        there = true;
        return CreateClusterResponse.builder().build();
    }

    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
        paper.write(SERVICE, request);
        if (!there) {
            throw ClusterNotFoundException.builder().statusCode(404).build();
        }
        return DescribeClustersResponse.builder()
                .clusters(Cluster.builder()
                        .clusterStatus("available")
                        .endpoint(endpoint ->
                                endpoint.address("<Endpoint.Address>").port(5439))
                        .build())
                .build();
    }

    @Override
    public PauseClusterResponse pauseCluster(PauseClusterRequest request) {
        paper.write(SERVICE, request);
        return PauseClusterResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
