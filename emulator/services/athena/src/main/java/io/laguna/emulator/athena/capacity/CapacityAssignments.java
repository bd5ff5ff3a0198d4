package io.laguna.emulator.athena.capacity;

import io.laguna.emulator.athena.capacity.CapacityReservationRecords.Entry;
import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.workgroup.WorkGroupRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.athena.model.CapacityAssignmentConfiguration;
import software.amazon.awssdk.services.athena.model.CapacityReservationStatus;
import software.amazon.awssdk.services.athena.model.GetCapacityAssignmentConfigurationRequest;
import software.amazon.awssdk.services.athena.model.GetCapacityAssignmentConfigurationResponse;
import software.amazon.awssdk.services.athena.model.PutCapacityAssignmentConfigurationRequest;
import software.amazon.awssdk.services.athena.model.PutCapacityAssignmentConfigurationResponse;

/**
 * The operations that assign workgroups to capacity reservations.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/capacity-management-adding-workgroups-to-a-reservation.html">Workgroups of a reservation</a>
 */
public final class CapacityAssignments extends Room {
    private final Caller caller;
    private final State state;

    public CapacityAssignments(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /**
     * Replaces the assignments. "If a capacity assignment configuration already exists for the capacity reservation,
     * replaces" it.
     */
    @Override
    public PutCapacityAssignmentConfigurationResponse putCapacityAssignmentConfiguration(
            PutCapacityAssignmentConfigurationRequest request) {
        checkName(request.capacityReservationName());
        new Constraints()
                .present("capacityAssignments", request.hasCapacityAssignments() ? request : null)
                .check();
        CapacityAssignmentConfiguration given = CapacityAssignmentConfiguration.builder()
                .capacityReservationName(request.capacityReservationName())
                .capacityAssignments(request.capacityAssignments())
                .build();
        return state.write(transaction -> {
            CapacityReservationRecords reservations = new CapacityReservationRecords(transaction);
            List<Entry> all = reservations.lock(caller);
            Entry entry = all.stream()
                    .filter(each -> each.name().equals(request.capacityReservationName()))
                    .findFirst()
                    .orElseThrow(() -> NotFound.capacityReservation(request.capacityReservationName()));
            CapacityReservations.checkActive(entry.reservation());
            workGroups(given).forEach(name -> {
                new WorkGroupRecords(transaction).hold(caller, name);
                checkFree(name, all, entry);
            });
            reservations.save(caller, new Entry(entry.reservation(), given));
            return PutCapacityAssignmentConfigurationResponse.builder().build();
        });
    }

    @Override
    public GetCapacityAssignmentConfigurationResponse getCapacityAssignmentConfiguration(
            GetCapacityAssignmentConfigurationRequest request) {
        checkName(request.capacityReservationName());
        Entry entry = state.read(handle ->
                        new CapacityReservationRecords(handle).find(caller, request.capacityReservationName()))
                .orElseThrow(() -> NotFound.capacityReservation(request.capacityReservationName()));
        return GetCapacityAssignmentConfigurationResponse.builder()
                .capacityAssignmentConfiguration(entry.assignments())
                .build();
    }

    /** Checks that a workgroup uses no other reservation: it uses one at most. */
    private static void checkFree(String workGroup, List<Entry> all, Entry asked) {
        all.stream()
                .filter(entry -> !entry.name().equals(asked.name()))
                .filter(entry -> entry.reservation().status() == CapacityReservationStatus.ACTIVE)
                .filter(entry -> workGroups(entry.assignments()).anyMatch(workGroup::equals))
                .findFirst()
                .ifPresent(other -> {
                    throw Failures.invalid("WorkGroup " + workGroup + " is already assigned to capacity reservation "
                            + other.name() + ".");
                });
    }

    private static Stream<String> workGroups(CapacityAssignmentConfiguration configuration) {
        return configuration.capacityAssignments().stream().flatMap(assignment -> assignment.workGroupNames().stream());
    }

    private static void checkName(String name) {
        new Constraints()
                .text("capacityReservationName", name, 1, 128)
                .pattern("capacityReservationName", name, CapacityReservations.NAME)
                .check();
    }
}
