package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshiftdata.connect.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * A statement in the state: one SQL text, or several as one transaction.
 *
 * @param number the place in the order of all statements
 * @param format {@code JSON} or {@code CSV}
 * @param session the session that it begins or goes on with
 * @param keepAlive the seconds for which the session is kept
 * @param pid the session's process in the cluster
 */
public record StatementRecord(
        UUID id,
        long number,
        Caller owner,
        Target target,
        Optional<String> name,
        boolean batch,
        String format,
        Optional<UUID> session,
        Optional<Integer> keepAlive,
        boolean withEvent,
        List<SqlParameter> parameters,
        String request,
        StatusString status,
        Optional<String> error,
        Optional<Long> pid,
        Instant createdAt,
        Instant updatedAt,
        List<SqlRecord> sqls) {
    /** Returns one of its SQL texts. */
    public Optional<SqlRecord> sql(int number) {
        return sqls.stream().filter(sql -> sql.number() == number).findFirst();
    }
}
