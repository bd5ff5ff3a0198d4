package io.laguna.emulator.events;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.RedshiftDataParameters;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/**
 * A target that is a database of Redshift: an event runs statements there, by the Data API.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RedshiftDataParameters.html">
 *     RedshiftDataParameters</a>
 */
final class RedshiftTarget {
    private RedshiftTarget() {}

    static void check(Target target) {
        RedshiftDataParameters parameters = Optional.ofNullable(target.redshiftDataParameters())
                .orElseThrow(() -> Failures.parameter("RedshiftDataParameters", "a Redshift target needs them."));
        if (parameters.database() == null || parameters.database().isEmpty()) {
            throw Failures.parameter("RedshiftDataParameters.Database", "it is a required argument.");
        }
        if (parameters.sql() == null == parameters.sqls().isEmpty()) {
            throw Failures.parameter("RedshiftDataParameters", "either Sql or Sqls is needed.");
        }
    }

    /**
     * Starts the statements.
     *
     * @param event the event's id, by which the Data API knows a second delivery
     */
    static void call(RedshiftDataClient statements, Target target, TargetArn arn, String event) {
        RedshiftDataParameters parameters = target.redshiftDataParameters();
        String cluster = arn.behind("cluster:").orElse(null);
        String workgroup = arn.service().equals("redshift-serverless") ? target.arn() : null;
        if (parameters.sql() != null) {
            statements.executeStatement(run -> run.clusterIdentifier(cluster)
                    .workgroupName(workgroup)
                    .database(parameters.database())
                    .dbUser(parameters.dbUser())
                    .secretArn(parameters.secretManagerArn())
                    .sql(parameters.sql())
                    .statementName(parameters.statementName())
                    .withEvent(parameters.withEvent())
                    .clientToken(event));
            return;
        }
        List<String> sqls = parameters.sqls();
        statements.batchExecuteStatement(run -> run.clusterIdentifier(cluster)
                .workgroupName(workgroup)
                .database(parameters.database())
                .dbUser(parameters.dbUser())
                .secretArn(parameters.secretManagerArn())
                .sqls(sqls)
                .statementName(parameters.statementName())
                .withEvent(parameters.withEvent())
                .clientToken(event));
    }
}
