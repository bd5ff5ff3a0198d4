package io.laguna.emulator.athena.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.TestAthena;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.CapacityAssignment;
import software.amazon.awssdk.services.athena.model.CapacityReservation;
import software.amazon.awssdk.services.athena.model.CapacityReservationStatus;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ListCapacityReservationsResponse;

@ExtendWith(CatalogLake.class)
class CapacityReservationsTest {
    private static final Instant LATER = TestAthena.START.plusSeconds(60);

    private final TestAthena athena;
    private final AthenaClient client;

    CapacityReservationsTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @Test
    void aReservationIsActiveWithAllThatItAskedFor() {
        create("nightly", 24);

        CapacityReservation reservation = get("nightly");

        assertThat(reservation.status()).isEqualTo(CapacityReservationStatus.ACTIVE);
        assertThat(reservation.targetDpus()).isEqualTo(24);
        assertThat(reservation.allocatedDpus()).isEqualTo(24);
        assertThat(reservation.creationTime()).isEqualTo(TestAthena.START);
        assertThat(reservation.lastAllocation().statusAsString()).isEqualTo("SUCCEEDED");
        refused(() -> create("nightly", 24)).hasMessageContaining("nightly already exists");
    }

    @Test
    void anUpdateAllocatesAnew() {
        create("grown", 24);

        athena.at(LATER)
                .updateCapacityReservation(request -> request.name("grown").targetDpus(48));

        assertThat(get("grown").allocatedDpus()).isEqualTo(48);
        assertThat(get("grown").creationTime()).isEqualTo(TestAthena.START);
        assertThat(get("grown").lastSuccessfulAllocationTime()).isEqualTo(LATER);
    }

    @Test
    void aReservationIsCancelledBeforeItIsDeleted() {
        create("over", 24);

        refused(() -> client.deleteCapacityReservation(request -> request.name("over")))
                .hasMessageContaining("cancelled before");
        client.cancelCapacityReservation(request -> request.name("over"));
        assertThat(get("over").status()).isEqualTo(CapacityReservationStatus.CANCELLED);
        assertThat(get("over").allocatedDpus()).isZero();
        refused(() -> client.updateCapacityReservation(
                        request -> request.name("over").targetDpus(24)))
                .hasMessageContaining("CANCELLED");
        client.deleteCapacityReservation(request -> request.name("over"));

        refused(() -> get("over")).hasMessage("Capacity reservation over is not found.");
    }

    @Test
    void reservationsAreListedInPages() {
        for (String name : List.of("c", "a", "b")) {
            create(name, 24);
        }

        ListCapacityReservationsResponse page = client.listCapacityReservations(request -> request.maxResults(2));
        ListCapacityReservationsResponse last =
                client.listCapacityReservations(request -> request.nextToken(page.nextToken()));

        assertThat(page.capacityReservations())
                .extracting(CapacityReservation::name)
                .containsExactly("a", "b");
        assertThat(last.capacityReservations())
                .extracting(CapacityReservation::name)
                .containsExactly("c");
    }

    @Test
    void workgroupsAreAssignedToOneReservation() {
        create("one", 24);
        create("two", 24);
        client.createWorkGroup(request -> request.name("team"));
        assertThat(assignments("one")).isEmpty();

        assign("one", "team", "primary");

        assertThat(assignments("one"))
                .containsExactly(CapacityAssignment.builder()
                        .workGroupNames("team", "primary")
                        .build());
        refused(() -> assign("two", "team")).hasMessageContaining("already assigned to capacity reservation one");
        assign("one", "primary");
        assign("two", "team");
        refused(() -> assign("one", "none")).hasMessage("WorkGroup none is not found.");
        refused(() -> assign("none", "team")).hasMessage("Capacity reservation none is not found.");
    }

    @Test
    void aMemberThatBreaksItsConstraintIsNamed() {
        refused(() -> create("small", 3)).hasMessageContaining("'targetDpus'");
        refused(() -> create("odd", 25)).hasMessageContaining("TargetDpus 25");
        refused(() -> create("a b", 24)).hasMessageContaining("'name'");
        refused(() -> client.createCapacityReservation(request -> request.name("x")))
                .hasMessageContaining("Value null at 'targetDpus'");
    }

    private void create(String name, int dpus) {
        client.createCapacityReservation(request -> request.name(name).targetDpus(dpus));
    }

    private CapacityReservation get(String name) {
        return client.getCapacityReservation(request -> request.name(name)).capacityReservation();
    }

    private void assign(String name, String... workGroups) {
        client.putCapacityAssignmentConfiguration(request -> request.capacityReservationName(name)
                .capacityAssignments(
                        CapacityAssignment.builder().workGroupNames(workGroups).build()));
    }

    private List<CapacityAssignment> assignments(String name) {
        return client.getCapacityAssignmentConfiguration(request -> request.capacityReservationName(name))
                .capacityAssignmentConfiguration()
                .capacityAssignments();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOf(InvalidRequestException.class);
    }
}
