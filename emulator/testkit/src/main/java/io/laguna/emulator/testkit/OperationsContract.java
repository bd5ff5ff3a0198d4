package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.wire.Rooms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/** The suite on the operations of a service, whatever it keeps, which every service passes. */
public abstract class OperationsContract<C extends SdkClient> {
    protected static final int BAD_REQUEST = 400;
    protected static final int FAULT = 500;

    final ServiceModel model;

    private final CommittedIndex index;
    private final Class<C> client;

    /**
     * Creates the contract of one service.
     *
     * @param model the name of AWS's model of the service: {@code glue-2017-03-31}
     * @param index the name of its index of operations: {@code glue}
     */
    protected OperationsContract(Class<C> client, String model, String index) {
        this.client = client;
        this.model = ServiceModel.read(model);
        this.index = new CommittedIndex(client, model, index);
    }

    /** Returns the parts of the service for a caller. */
    protected abstract List<C> rooms();

    /** Returns members of requests with the names of what is there from the beginning: {@code DatabaseName}, "default". */
    protected Map<String, String> known() {
        return Map.of();
    }

    /** Returns the names of members that ask for a page by the token that another page gave out. */
    protected Set<String> tokens() {
        return Set.of("NextToken", "Marker");
    }

    /** Returns the names of operations that look at their request and then refuse it in every case. */
    protected Set<String> alwaysRefused() {
        return Set.of();
    }

    @Test
    void theCommittedIndexIsWhatTheSdkSays() {
        index.check();
    }

    @Test
    void thePageOfOperationsIsWhatTheCodeSays() {
        Set<String> supported = new HashSet<>(Rooms.of(client, rooms()).operations());
        assertThat(supported).containsAll(alwaysRefused());
        supported.removeAll(alwaysRefused());

        OperationsPage.check(
                index.index(), supported, index.description().operations().keySet());
    }

    @Test
    void nobodyAnswersAnOperationThatIsNotBuilt() {
        DirectCalls service = service();

        assertThat(service.description().operations().values())
                .filteredOn(operation -> !service.rooms().operations().contains(operation.name()))
                .allSatisfy(operation -> assertThat(service.answer(new SampleRequest(operation).with(known())))
                        .as(operation.name())
                        .isEmpty());
    }

    @Test
    void everyListThatAnswersRefusesATokenThatNoPageGaveOut() {
        DirectCalls service = service();
        List<SampleRequest> lists = service.supported().stream()
                .filter(list -> token(list).isPresent())
                .filter(list -> service.refusal(list, known()).isEmpty())
                .toList();
        assertThat(lists).isNotEmpty();

        assertThat(lists).allSatisfy(list -> assertThat(
                        service.refusal(list, and(token(list).orElseThrow(), "garbage")))
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

    @Test
    void noRequestThatLacksMembersIsAFaultOfTheService() {
        DirectCalls service = service();

        assertThat(service.supported())
                .filteredOn(request -> model.requires(request.operation().name()))
                .allSatisfy(request -> assertThat(lacking(request)).allSatisfy(texts -> assertThat(
                                service.refusal(request, texts).orElse(0))
                        .as(request.operation() + " with " + texts)
                        .isLessThan(FAULT)));
    }

    /** Returns no texts at all, and all of a request but one, for each one. */
    private static List<Map<String, String>> lacking(SampleRequest request) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (String absent : request.texts()) {
            all.add(request.texts().stream()
                    .filter(member -> !member.equals(absent))
                    .collect(Collectors.toMap(member -> member, member -> "name")));
        }
        return all;
    }

    /** Returns the member of a request that asks for a page; empty where the answer does not come in pages. */
    final Optional<String> token(SampleRequest list) {
        return list.token(tokens());
    }

    final DirectCalls service() {
        return new DirectCalls(Rooms.of(client, rooms()), index.description());
    }

    private Map<String, String> and(String member, String text) {
        Map<String, String> texts = new HashMap<>(known());
        texts.put(member, text);
        return texts;
    }
}
