package io.laguna.emulator.athena.capacity;

import io.laguna.emulator.athena.capacity.CapacityReservationRecords.Entry;
import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.tag.TagRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.CancelCapacityReservationRequest;
import software.amazon.awssdk.services.athena.model.CancelCapacityReservationResponse;
import software.amazon.awssdk.services.athena.model.CapacityAllocationStatus;
import software.amazon.awssdk.services.athena.model.CapacityAssignmentConfiguration;
import software.amazon.awssdk.services.athena.model.CapacityReservation;
import software.amazon.awssdk.services.athena.model.CapacityReservationStatus;
import software.amazon.awssdk.services.athena.model.CreateCapacityReservationRequest;
import software.amazon.awssdk.services.athena.model.CreateCapacityReservationResponse;
import software.amazon.awssdk.services.athena.model.DeleteCapacityReservationRequest;
import software.amazon.awssdk.services.athena.model.DeleteCapacityReservationResponse;
import software.amazon.awssdk.services.athena.model.GetCapacityReservationRequest;
import software.amazon.awssdk.services.athena.model.GetCapacityReservationResponse;
import software.amazon.awssdk.services.athena.model.ListCapacityReservationsRequest;
import software.amazon.awssdk.services.athena.model.ListCapacityReservationsResponse;
import software.amazon.awssdk.services.athena.model.UpdateCapacityReservationRequest;
import software.amazon.awssdk.services.athena.model.UpdateCapacityReservationResponse;

/**
 * The operations on capacity reservations. Reservations are kept and answered. The engine is one machine, so the
 * capacity is allocated at once, and queries run alike with and without it.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/capacity-management.html">Query processing capacity</a>
 */
public final class CapacityReservations extends Room {
    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");

    /**
     * The smallest reservation, and its increment, in DPUs. "You can now reserve as few as 4 DPU (down from 24 DPU)",
     * in increments of 4.
     * https://aws.amazon.com/blogs/big-data/amazon-athena-adds-1-minute-reservations-and-new-capacity-control-features
     */
    private static final int DPUS = 4;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    public CapacityReservations(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateCapacityReservationResponse createCapacityReservation(CreateCapacityReservationRequest request) {
        checkName(request.name());
        checkDpus(request.targetDpus());
        new Constraints().tags("tags", request.tags()).check();
        CapacityReservation reservation = allocated(
                CapacityReservation.builder()
                        .name(request.name())
                        .creationTime(clock.instant())
                        .build(),
                request.targetDpus());
        CapacityAssignmentConfiguration none = CapacityAssignmentConfiguration.builder()
                .capacityReservationName(request.name())
                .capacityAssignments(List.of())
                .build();
        return state.write(transaction -> {
            if (!new CapacityReservationRecords(transaction).insert(caller, new Entry(reservation, none))) {
                throw Failures.invalid("Capacity reservation " + request.name() + " already exists.");
            }
            new TagRecords(transaction).put(CapacityReservationRecords.arn(caller, request.name()), request.tags());
            return CreateCapacityReservationResponse.builder().build();
        });
    }

    @Override
    public GetCapacityReservationResponse getCapacityReservation(GetCapacityReservationRequest request) {
        checkName(request.name());
        Entry entry = state.read(handle -> new CapacityReservationRecords(handle).find(caller, request.name()))
                .orElseThrow(() -> NotFound.capacityReservation(request.name()));
        return GetCapacityReservationResponse.builder()
                .capacityReservation(entry.reservation())
                .build();
    }

    @Override
    public UpdateCapacityReservationResponse updateCapacityReservation(UpdateCapacityReservationRequest request) {
        checkName(request.name());
        checkDpus(request.targetDpus());
        change(request.name(), (reservations, entry) -> {
            checkActive(entry.reservation());
            reservations.save(
                    caller, new Entry(allocated(entry.reservation(), request.targetDpus()), entry.assignments()));
        });
        return UpdateCapacityReservationResponse.builder().build();
    }

    /** Cancels a reservation, which stays. "Cancelled reservations remain in your account." */
    @Override
    public CancelCapacityReservationResponse cancelCapacityReservation(CancelCapacityReservationRequest request) {
        checkName(request.name());
        change(request.name(), (reservations, entry) -> {
            checkActive(entry.reservation());
            CapacityReservation cancelled = entry.reservation().toBuilder()
                    .status(CapacityReservationStatus.CANCELLED)
                    .allocatedDpus(0)
                    .build();
            reservations.save(caller, new Entry(cancelled, entry.assignments()));
        });
        return CancelCapacityReservationResponse.builder().build();
    }

    /** Deletes a reservation. "A reservation must be cancelled before it can be deleted." */
    @Override
    public DeleteCapacityReservationResponse deleteCapacityReservation(DeleteCapacityReservationRequest request) {
        checkName(request.name());
        return state.write(transaction -> {
            CapacityReservationRecords reservations = new CapacityReservationRecords(transaction);
            Entry entry = locked(reservations, request.name());
            if (entry.reservation().status() != CapacityReservationStatus.CANCELLED) {
                throw Failures.invalid("Capacity reservation " + request.name() + " is "
                        + entry.reservation().statusAsString() + ": it must be cancelled before it can be deleted.");
            }
            reservations.delete(caller, request.name());
            new TagRecords(transaction).removeAll(CapacityReservationRecords.arn(caller, request.name()));
            return DeleteCapacityReservationResponse.builder().build();
        });
    }

    @Override
    public ListCapacityReservationsResponse listCapacityReservations(ListCapacityReservationsRequest request) {
        new Constraints().page(request.maxResults(), 1, request.nextToken()).check();
        List<Entry> all = state.read(handle -> new CapacityReservationRecords(handle).all(caller));
        Page<Entry> page = Page.ofSorted(
                all,
                Entry::name,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListCapacityReservationsResponse.builder()
                .capacityReservations(
                        page.entries().stream().map(Entry::reservation).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private void change(String name, BiConsumer<CapacityReservationRecords, Entry> work) {
        state.write(transaction -> {
            CapacityReservationRecords reservations = new CapacityReservationRecords(transaction);
            Entry entry = locked(reservations, name);
            work.accept(reservations, entry);
            return entry;
        });
    }

    private Entry locked(CapacityReservationRecords reservations, String name) {
        return reservations.lock(caller).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> NotFound.capacityReservation(name));
    }

    private CapacityReservation allocated(CapacityReservation reservation, int dpus) {
        Instant now = clock.instant();
        return reservation.toBuilder()
                .status(CapacityReservationStatus.ACTIVE)
                .targetDpus(dpus)
                .allocatedDpus(dpus)
                .lastAllocation(allocation -> allocation
                        .status(CapacityAllocationStatus.SUCCEEDED)
                        .requestTime(now)
                        .requestCompletionTime(now))
                .lastSuccessfulAllocationTime(now)
                .build();
    }

    static void checkActive(CapacityReservation reservation) {
        if (reservation.status() != CapacityReservationStatus.ACTIVE) {
            throw Failures.invalid(
                    "Capacity reservation " + reservation.name() + " is " + reservation.statusAsString() + ".");
        }
    }

    private static void checkName(String name) {
        new Constraints().text("name", name, 1, 128).pattern("name", name, NAME).check();
    }

    private static void checkDpus(Integer dpus) {
        new Constraints()
                .present("targetDpus", dpus)
                .atLeast("targetDpus", dpus, DPUS)
                .check();
        if (dpus % DPUS != 0) {
            throw Failures.invalid("TargetDpus " + dpus + " is not a multiple of " + DPUS + ".");
        }
    }
}
