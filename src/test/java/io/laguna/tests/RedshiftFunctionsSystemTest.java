package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Endpoint;

/**
 * A function of Lambda that works on a cluster by {@code redshift_connector}, which checks certificates, and a statement of
 * the cluster that calls another function.
 */
@Tag("slow")
@ExtendWith(SharedLake.class)
@NeedsPython
class RedshiftFunctionsSystemTest {
    private static final String CLUSTER = "functions";
    private static final String PASSWORD = "Secret-of-tests-1";
    private static final String ROLE = "arn:aws:iam::000000000000:role/tests";

    private final SystemLake lake;

    RedshiftFunctionsSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @Test
    void aFunctionAsksAClusterThatAsksAFunction() {
        try (LambdaClient lambda = lake.client(LambdaClient.builder())) {
            Endpoint endpoint = makeCluster();
            FunctionZip.make(
                    lambda,
                    "triple",
                    """
                    def handler(event, context):
                        results = [None if n is None else n * 3 for (n,) in event['arguments']]
                        return {'success': True, 'num_records': len(results), 'results': results}
                    """);
            FunctionZip.make(
                    lambda,
                    "asks",
                    """
                    import redshift_connector

                    def handler(event, context):
                        with redshift_connector.connect(host='%s', port=%d, database='dev', user='admin', password='%s') as connection:
                            cursor = connection.cursor()
                            cursor.execute("create table n (i int)")
                            cursor.execute("insert into n values (1), (null), (14)")
                            cursor.execute("create external function triple(int) returns int stable lambda 'triple' iam_role '%s'")
                            cursor.execute("select triple(i) from n order by 1")
                            return [value for (value,) in cursor.fetchall()]
                    """
                            .formatted(endpoint.address(), endpoint.port(), PASSWORD, ROLE));

            InvokeResponse answer =
                    lambda.invoke(invoke -> invoke.functionName("asks").payload(SdkBytes.fromUtf8String("{}")));

            assertThat(answer.payload().asUtf8String()).isEqualTo("[3, 42, null]");
        }
    }

    private Endpoint makeCluster() {
        try (RedshiftClient redshift = lake.client(RedshiftClient.builder())) {
            redshift.createCluster(create -> create.clusterIdentifier(CLUSTER)
                    .nodeType("dc2.large")
                    .masterUsername("admin")
                    .masterUserPassword(PASSWORD)
                    .iamRoles(ROLE)
                    .dbName("dev"));
            redshift.waiter().waitUntilClusterAvailable(describe -> describe.clusterIdentifier(CLUSTER));
            return redshift.describeClusters(describe -> describe.clusterIdentifier(CLUSTER))
                    .clusters()
                    .get(0)
                    .endpoint();
        }
    }
}
