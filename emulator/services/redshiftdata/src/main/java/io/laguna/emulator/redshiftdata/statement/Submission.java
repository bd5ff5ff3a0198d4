package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.redshiftdata.connect.Target;
import io.laguna.emulator.redshiftdata.request.Constraints;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ResultFormatString;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;

/**
 * The statements that a request asks to run.
 *
 * @param place the members that name a cluster or workgroup, and who logs in
 * @param text the whole request as JSON
 */
record Submission(
        List<String> sqls,
        boolean batch,
        Place place,
        Optional<String> name,
        Optional<String> session,
        Optional<Integer> keepAlive,
        boolean withEvent,
        String format,
        List<SqlParameter> parameters,
        Optional<String> token,
        String text) {
    /** The members of a request that say where it runs; each may be null. */
    record Place(String cluster, String workgroup, String database, String dbUser, String secret) {
        boolean isEmpty() {
            return cluster == null && workgroup == null && database == null && dbUser == null && secret == null;
        }

        /** Tells whether a target has what is said here. */
        boolean fits(Target target) {
            return says(cluster, target.cluster())
                    && says(workgroup, target.workgroup())
                    && says(database, Optional.of(target.database()))
                    && says(dbUser, target.dbUser())
                    && says(secret, target.secret());
        }

        private static boolean says(String given, Optional<String> real) {
            return given == null || real.equals(Optional.of(given));
        }
    }

    static Submission of(ExecuteStatementRequest request) {
        new Constraints()
                .sql("sql", request.sql())
                .target(
                        request.clusterIdentifier(),
                        request.workgroupName(),
                        request.database(),
                        request.dbUser(),
                        request.secretArn())
                .named(request.statementName(), request.clientToken())
                .session(request.sessionId(), request.sessionKeepAliveSeconds())
                .format(request.resultFormatAsString())
                .parameters(request.parameters())
                .check();
        return new Submission(
                List.of(request.sql()),
                false,
                new Place(
                        request.clusterIdentifier(),
                        request.workgroupName(),
                        request.database(),
                        request.dbUser(),
                        request.secretArn()),
                Optional.ofNullable(request.statementName()),
                Optional.ofNullable(request.sessionId()),
                Optional.ofNullable(request.sessionKeepAliveSeconds()),
                Boolean.TRUE.equals(request.withEvent()),
                format(request.resultFormatAsString()),
                request.parameters(),
                Optional.ofNullable(request.clientToken()),
                ShapeJson.write(request));
    }

    static Submission of(BatchExecuteStatementRequest request) {
        Constraints constraints = new Constraints().size("sqls", request.sqls(), 1, 40);
        request.sqls().forEach(sql -> constraints.sql("sqls", sql));
        constraints
                .target(
                        request.clusterIdentifier(),
                        request.workgroupName(),
                        request.database(),
                        request.dbUser(),
                        request.secretArn())
                .named(request.statementName(), request.clientToken())
                .session(request.sessionId(), request.sessionKeepAliveSeconds())
                .format(request.resultFormatAsString())
                .check();
        return new Submission(
                request.sqls(),
                true,
                new Place(
                        request.clusterIdentifier(),
                        request.workgroupName(),
                        request.database(),
                        request.dbUser(),
                        request.secretArn()),
                Optional.ofNullable(request.statementName()),
                Optional.ofNullable(request.sessionId()),
                Optional.ofNullable(request.sessionKeepAliveSeconds()),
                Boolean.TRUE.equals(request.withEvent()),
                format(request.resultFormatAsString()),
                List.of(),
                Optional.ofNullable(request.clientToken()),
                ShapeJson.write(request));
    }

    private static String format(String asked) {
        return asked == null ? ResultFormatString.JSON.toString() : asked;
    }
}
