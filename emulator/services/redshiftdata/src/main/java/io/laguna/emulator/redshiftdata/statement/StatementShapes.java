package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.redshiftdata.connect.Target;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.redshiftdata.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.SubStatementData;

/** Statements as the API answers them. */
final class StatementShapes {
    private StatementShapes() {}

    static ExecuteStatementResponse submitted(StatementRecord statement) {
        Target target = statement.target();
        return ExecuteStatementResponse.builder()
                .id(statement.id().toString())
                .createdAt(statement.createdAt())
                .clusterIdentifier(target.cluster().orElse(null))
                .workgroupName(target.workgroup().orElse(null))
                .database(target.database())
                .dbUser(target.dbUser().orElse(null))
                .secretArn(target.secret().orElse(null))
                .sessionId(statement.session().map(UUID::toString).orElse(null))
                .build();
    }

    static BatchExecuteStatementResponse submittedBatch(StatementRecord statement) {
        Target target = statement.target();
        return BatchExecuteStatementResponse.builder()
                .id(statement.id().toString())
                .createdAt(statement.createdAt())
                .clusterIdentifier(target.cluster().orElse(null))
                .workgroupName(target.workgroup().orElse(null))
                .database(target.database())
                .dbUser(target.dbUser().orElse(null))
                .secretArn(target.secret().orElse(null))
                .sessionId(statement.session().map(UUID::toString).orElse(null))
                .build();
    }

    /** Returns the whole of a statement. */
    static DescribeStatementResponse described(StatementRecord statement) {
        DescribeStatementResponse.Builder described = about(statement)
                .id(statement.id().toString())
                .status(statement.status())
                .error(statement.error().orElse(null))
                .updatedAt(statement.updatedAt())
                .hasResultSet(
                        statement.sqls().stream().anyMatch(sql -> sql.columns().isPresent()));
        if (!statement.batch()) {
            return figures(described, statement.sqls().get(0)).build();
        }
        boolean ended = statement.sqls().stream().allMatch(sql -> sql.duration() >= 0);
        return described
                .duration(
                        ended
                                ? statement.sqls().stream()
                                        .mapToLong(SqlRecord::duration)
                                        .sum()
                                : -1)
                .redshiftQueryId(0L)
                .resultRows(-1L)
                .resultSize(-1L)
                .subStatements(statement.sqls().stream()
                        .map(sql -> sub(statement, sql))
                        .toList())
                .build();
    }

    /** Returns one SQL text of a batch as if it were a statement. */
    static DescribeStatementResponse described(StatementRecord statement, SqlRecord sql) {
        return figures(about(statement), sql)
                .id(statement.id() + ":" + sql.number())
                .status(sql.status())
                .error(sql.error().orElse(null))
                .updatedAt(sql.updatedAt())
                .hasResultSet(sql.columns().isPresent())
                .build();
    }

    private static DescribeStatementResponse.Builder about(StatementRecord statement) {
        Target target = statement.target();
        return DescribeStatementResponse.builder()
                .createdAt(statement.createdAt())
                .clusterIdentifier(target.cluster().orElse(null))
                .workgroupName(target.workgroup().orElse(null))
                .database(target.database())
                .dbUser(target.dbUser().orElse(null))
                .secretArn(target.secret().orElse(null))
                .redshiftPid(statement.pid().orElse(0L))
                .queryParameters(parameters(statement).orElse(null))
                .resultFormat(statement.format())
                .sessionId(statement.session().map(UUID::toString).orElse(null));
    }

    private static DescribeStatementResponse.Builder figures(
            DescribeStatementResponse.Builder described, SqlRecord sql) {
        return described
                .queryString(sql.sql())
                .duration(sql.duration())
                .redshiftQueryId(sql.query())
                .resultRows(sql.rows())
                .resultSize(sql.size());
    }

    private static SubStatementData sub(StatementRecord statement, SqlRecord sql) {
        return SubStatementData.builder()
                .id(statement.id() + ":" + sql.number())
                .createdAt(statement.createdAt())
                .updatedAt(sql.updatedAt())
                .status(sql.status().toString())
                .error(sql.error().orElse(null))
                .queryString(sql.sql())
                .duration(sql.duration())
                .redshiftQueryId(sql.query())
                .resultRows(sql.rows())
                .resultSize(sql.size())
                .hasResultSet(sql.columns().isPresent())
                .build();
    }

    static StatementData listed(StatementRecord statement) {
        List<String> sqls = statement.sqls().stream().map(SqlRecord::sql).toList();
        return StatementData.builder()
                .id(statement.id().toString())
                .createdAt(statement.createdAt())
                .updatedAt(statement.updatedAt())
                .isBatchStatement(statement.batch())
                .queryString(statement.batch() ? null : sqls.get(0))
                .queryStrings(statement.batch() ? sqls : null)
                .queryParameters(parameters(statement).orElse(null))
                .resultFormat(statement.format())
                .secretArn(statement.target().secret().orElse(null))
                .sessionId(statement.session().map(UUID::toString).orElse(null))
                .statementName(statement.name().orElse(null))
                .status(statement.status())
                .build();
    }

    private static Optional<List<SqlParameter>> parameters(StatementRecord statement) {
        return Optional.of(statement.parameters()).filter(parameters -> !parameters.isEmpty());
    }
}
