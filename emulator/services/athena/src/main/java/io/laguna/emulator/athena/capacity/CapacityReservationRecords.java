package io.laguna.emulator.athena.capacity;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.athena.model.CapacityAssignmentConfiguration;
import software.amazon.awssdk.services.athena.model.CapacityReservation;

/** The capacity reservations in the state, over one connection to it. */
public final class CapacityReservationRecords {
    private static final String OF_CALLER =
            "select definition, assignments from athena_capacity_reservation where account = ? and region = ?";

    private final Handle handle;

    public CapacityReservationRecords(Handle handle) {
        this.handle = handle;
    }

    /** A reservation, and the workgroups that are assigned to it. */
    record Entry(CapacityReservation reservation, CapacityAssignmentConfiguration assignments) {
        String name() {
            return reservation.name();
        }
    }

    static String arn(Caller caller, String name) {
        return caller.arn("athena", "capacity-reservation/" + name);
    }

    public Optional<Entry> find(Caller caller, String name) {
        return handle.select(OF_CALLER + " and name = ?", caller.accountId(), caller.region(), name)
                .map(CapacityReservationRecords::read)
                .findOne();
    }

    /** Returns the reservations of a caller, ordered by their names. */
    List<Entry> all(Caller caller) {
        return handle.select(OF_CALLER + " order by name collate \"C\"", caller.accountId(), caller.region())
                .map(CapacityReservationRecords::read)
                .list();
    }

    /**
     * Returns the reservations of a caller, ordered by their names. Nobody else changes them before the end of the
     * transaction.
     */
    List<Entry> lock(Caller caller) {
        return handle.select(OF_CALLER + " order by name collate \"C\" for update", caller.accountId(), caller.region())
                .map(CapacityReservationRecords::read)
                .list();
    }

    /** Adds a reservation unless there is one of that name, and tells whether it was added. */
    boolean insert(Caller caller, Entry entry) {
        return handle.execute(
                        "insert into athena_capacity_reservation (account, region, name, definition, assignments)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        entry.name(),
                        ShapeJson.write(entry.reservation()),
                        ShapeJson.write(entry.assignments()))
                == 1;
    }

    void save(Caller caller, Entry entry) {
        handle.execute(
                "update athena_capacity_reservation set definition = ?, assignments = ?"
                        + " where account = ? and region = ? and name = ?",
                ShapeJson.write(entry.reservation()),
                ShapeJson.write(entry.assignments()),
                caller.accountId(),
                caller.region(),
                entry.name());
    }

    void delete(Caller caller, String name) {
        handle.execute(
                "delete from athena_capacity_reservation where account = ? and region = ? and name = ?",
                caller.accountId(),
                caller.region(),
                name);
    }

    private static Entry read(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                ShapeJson.read(row.getString("definition"), CapacityReservation.builder()),
                ShapeJson.read(row.getString("assignments"), CapacityAssignmentConfiguration.builder()));
    }
}
