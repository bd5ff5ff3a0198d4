package io.laguna.pipelines.dryrun;

import java.util.List;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultRequest;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** The Data API of Redshift on paper. Names that AWS would give are in angle brackets. */
final class PaperRedshiftData implements RedshiftDataClient {
    private static final String SERVICE = "redshift-data";

    private final Paper paper;

    PaperRedshiftData(Paper paper) {
        this.paper = paper;
    }

    @Override
    public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
        paper.write(SERVICE, request);
        return ExecuteStatementResponse.builder().id("<Id>").build();
    }

    @Override
    public DescribeStatementResponse describeStatement(DescribeStatementRequest request) {
        paper.write(SERVICE, request);
        return DescribeStatementResponse.builder().status(StatusString.FINISHED).build();
    }

    @Override
    public GetStatementResultResponse getStatementResult(GetStatementResultRequest request) {
        paper.write(SERVICE, request);
        return GetStatementResultResponse.builder().records(List.of()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
