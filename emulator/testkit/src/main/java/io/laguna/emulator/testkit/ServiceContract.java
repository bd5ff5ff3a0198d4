package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.wire.Rooms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/** The suite that every service passes. A service's module extends it with the service on engines for tests. */
public abstract class ServiceContract<C extends SdkClient> {
    private static final int BAD_REQUEST = 400;
    private static final int FAULT = 500;

    private final CommittedIndex index;
    private final Class<C> client;

    /**
     * The contract of one service.
     *
     * @param model the name of AWS's model of the service: {@code glue-2017-03-31}
     * @param index the name of its index of operations: {@code glue}
     */
    protected ServiceContract(Class<C> client, String model, String index) {
        this.client = client;
        this.index = new CommittedIndex(client, model, index);
    }

    /** The parts of the service for a caller. */
    protected abstract List<C> rooms();

    /** Members of requests with the names of what is there from the beginning: {@code DatabaseName}, "default". */
    protected Map<String, String> known() {
        return Map.of();
    }

    /** How members are called that ask for a page by what another page gave out. */
    protected Set<String> tokens() {
        return Set.of("NextToken", "Marker");
    }

    @Test
    void theCommittedIndexIsWhatTheSdkSays() {
        index.check();
    }

    @Test
    void thePageOfOperationsIsWhatTheCodeSays() {
        OperationsPage.check(
                index.index(),
                Rooms.of(client, rooms()).operations(),
                index.description().operations().keySet());
    }

    @Test
    void everyListThatAnswersRefusesATokenThatNoPageGaveOut() {
        DirectCalls service = service();
        List<SampleRequest> lists = service.supported().stream()
                .filter(list -> list.token(tokens()).isPresent())
                .filter(list -> service.refusal(list, known()).isEmpty())
                .toList();
        assertThat(lists).isNotEmpty();

        assertThat(lists).allSatisfy(list -> assertThat(
                        service.refusal(list, and(list.token(tokens()).orElseThrow(), "garbage")))
                .hasValueSatisfying(status -> assertThat(status).isBetween(BAD_REQUEST, FAULT - 1)));
    }

    /** PostgreSQL, which keeps the state, takes every character but this one. */
    @Test
    void noTextThatEndsWithNulIsAFaultOfTheService() {
        DirectCalls service = service();

        assertThat(service.supported())
                .allSatisfy(request -> assertThat(request.texts()).allSatisfy(member -> assertThat(
                                service.refusal(request, and(member, "name\0")).orElse(0))
                        .as(request.operation() + " with " + member)
                        .isLessThan(FAULT)));
    }

    private DirectCalls service() {
        return new DirectCalls(Rooms.of(client, rooms()), index.description());
    }

    private Map<String, String> and(String member, String text) {
        Map<String, String> texts = new HashMap<>(known());
        texts.put(member, text);
        return texts;
    }
}
