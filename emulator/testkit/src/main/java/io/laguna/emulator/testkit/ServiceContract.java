package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The suite that a service passes which keeps its resources in the state. The service's module extends it with the service
 * on engines for tests.
 */
public abstract class ServiceContract<C extends SdkClient> extends OperationsContract<C> {
    /** The request for a resource, which may name resources that were made before it. */
    @FunctionalInterface
    public interface Creation extends Function<Map<String, String>, SdkPojo> {}

    /**
     * Creates the contract of one service.
     *
     * @param model the name of AWS's model of the service: {@code glue-2017-03-31}
     * @param index the name of its index of operations: {@code glue}
     */
    protected ServiceContract(Class<C> client, String model, String index) {
        super(client, model, index);
    }

    /** Closes the service, and opens it again on the same state. */
    protected abstract void restart();

    /**
     * Returns a request for a resource of each kind. A request is given the texts of those before it and of their
     * answers by their members' names, and those of {@link #known}.
     *
     * @param name the name of all resources that have one
     */
    protected abstract List<Creation> creations(String name);

    /** Returns members of other requests with the names of what has been made: {@code ClusterId} for {@code JobFlowId}. */
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of();
    }

    /** Waits until the service does nothing more with what has been made. */
    protected void settle(Map<String, String> made) {}

    /** Returns the names of operations that read, and answer something else each time. */
    protected Set<String> differingReads() {
        return Set.of();
    }

    /** Returns a member of a request with a client token that another request has with another value. */
    protected Optional<String> telling(String operation) {
        return Optional.empty();
    }

    /** Returns the name of the exception for a client token that has come with another request. */
    protected String otherRequest() {
        throw new AssertionError("No operation of the service takes a client token");
    }

    /** Returns the ARN or id of something made that can have tags. */
    protected abstract String taggable(Map<String, String> made);

    /** Returns the ARN or id of something that could have tags, but is not there. */
    protected abstract String missing(Map<String, String> made);

    /** Returns how many tags a resource may have; empty where AWS does not say. */
    protected Optional<Integer> mostTags() {
        return Optional.of(50);
    }

    /** Returns the tags of a resource. */
    protected Map<String, String> tags(String resource) {
        DirectCalls service = service();
        return TagCalls.tags(
                service.answer(new TagCalls(service, known()).read(resource).orElseThrow())
                        .orElseThrow());
    }

    @Test
    void pagesOfTheSmallestSizeMakeTheWholeList() {
        DirectCalls service = service();
        make("contract_page_a");
        Map<String, String> made = make("contract_page_b");
        List<SampleRequest> lists = service.supported().stream()
                .filter(list -> token(list).isPresent() && list.pageSize().isPresent())
                .filter(list -> service.refusal(list, made).isEmpty())
                .toList();

        assertThat(lists).allSatisfy(list -> assertThat(joined(smallestPages(service, list, made)))
                .as(list.operation().name())
                .isEqualTo(joined(pages(service, list.with(made), token(list).orElseThrow()))));
        if (!lists.isEmpty()) {
            assertThat(lists).anySatisfy(list -> assertThat(smallestPages(service, list, made))
                    .hasSizeGreaterThan(1));
        }
    }

    @Test
    void noResourceIsMadeWithAMemberThatTheModelForbids() {
        DirectCalls service = service();
        SoftAssertions all = new SoftAssertions();
        for (SdkPojo creation : requests("contract_broken")) {
            TypedRequest request = new TypedRequest(creation);
            for (BrokenMember broken : model.broken(request.operation())) {
                all.assertThat(service.refusal(request.with(broken.name(), broken.value())))
                        .as(request.operation() + " with " + broken)
                        .hasValueSatisfying(
                                refusal -> assertThat(refusal.status()).isBetween(BAD_REQUEST, FAULT - 1));
            }
        }
        all.assertAll();
    }

    @Test
    void aClientTokenMakesOneResourceHoweverOftenItComes() {
        DirectCalls service = service();
        for (TypedRequest request : requestsWithTokens("contract_token")) {
            SdkPojo first = service.answer(request.shape()).orElseThrow();
            Map<String, String> made = texts(first);
            settle(made);
            Map<String, Object> before = reads(service, made);

            assertThat(service.answer(request.shape())).as(request.operation()).contains(first);
            assertThat(reads(service, made)).as(request.operation()).isEqualTo(before);
        }
    }

    @Test
    void aClientTokenIsRefusedWithAnotherRequest() {
        DirectCalls service = service();
        for (TypedRequest request : requestsWithTokens("contract_other")) {
            telling(request.operation()).ifPresent(member -> {
                assertThat(service.refusal(request.shape())).isEmpty();

                assertThat(service.refusal(request.with(member, Optional.of(other(request, member)))))
                        .as(request.operation() + " with another " + member)
                        .map(DirectCalls.Refusal::code)
                        .contains(otherRequest());
            });
        }
    }

    @Test
    void whatWasAnsweredIsThereAfterARestart() {
        Map<String, String> made = make("contract_restart");
        Map<String, Object> before = reads(service(), made);

        restart();

        settle(made);
        assertThat(reads(service(), made)).isEqualTo(before);
    }

    @Test
    void tagsAreReplacedAndRemovedByTheirKeys() {
        DirectCalls service = service();
        TagCalls calls = new TagCalls(service, known());
        String resource = taggable(make("contract_tags"));

        assertThat(service.refusal(calls.add(resource, Map.of("team", "sales", "cost", "42"))))
                .isEmpty();
        assertThat(service.refusal(calls.add(resource, Map.of("team", "data")))).isEmpty();
        assertThat(service.refusal(calls.remove(resource, List.of("cost", "none"))))
                .isEmpty();

        assertThat(tags(resource)).isEqualTo(Map.of("team", "data"));
    }

    @Test
    void tagsThatAreTooLongOrTooManyAreRefusedWhole() {
        DirectCalls service = service();
        TagCalls calls = new TagCalls(service, known());
        String resource = taggable(make("contract_many"));
        List<Map<String, String>> wrong = new ArrayList<>(
                List.of(Map.of("", "empty"), Map.of("k".repeat(129), "key"), Map.of("value", "v".repeat(257))));
        mostTags()
                .ifPresent(most -> wrong.add(IntStream.rangeClosed(0, most)
                        .boxed()
                        .collect(Collectors.toMap(i -> "key" + i, i -> "value"))));

        assertThat(wrong).allSatisfy(tags -> assertThat(service.refusal(calls.add(resource, tags)))
                .hasValueSatisfying(refusal -> assertThat(refusal.status()).isBetween(BAD_REQUEST, FAULT - 1)));
        assertThat(tags(resource)).isEmpty();
    }

    @Test
    void whatIsNotThereHasNoTags() {
        DirectCalls service = service();
        TagCalls calls = new TagCalls(service, known());
        String missing = missing(make("contract_none"));
        List<SdkPojo> requests =
                new ArrayList<>(List.of(calls.add(missing, Map.of("a", "b")), calls.remove(missing, List.of("a"))));
        calls.read(missing).ifPresent(requests::add);

        assertThat(requests).allSatisfy(request -> assertThat(service.refusal(request))
                .hasValueSatisfying(refusal -> assertThat(refusal.status()).isBetween(BAD_REQUEST, FAULT - 1)));
    }

    /** Makes a resource of each kind; returns the texts of the requests and of their answers. */
    private Map<String, String> make(String name) {
        return make(name, request -> {});
    }

    private Map<String, String> make(String name, Consumer<SdkPojo> made) {
        DirectCalls service = service();
        Map<String, String> texts = new HashMap<>(known());
        for (Creation creation : creations(name)) {
            SdkPojo request = creation.apply(texts);
            texts.putAll(new TypedRequest(request).texts());
            texts.putAll(new TypedRequest(service.answer(request).orElseThrow()).texts());
            made.accept(request);
        }
        texts.putAll(known(texts));
        settle(texts);
        return texts;
    }

    private Map<String, String> texts(SdkPojo answer) {
        Map<String, String> texts = new HashMap<>(new TypedRequest(answer).texts());
        texts.putAll(known(texts));
        return texts;
    }

    /** Returns the requests for resources, all of which have been made once. */
    private List<SdkPojo> requests(String name) {
        List<SdkPojo> requests = new ArrayList<>();
        make(name, requests::add);
        return requests;
    }

    /** Returns a request with a client token of its own for each operation that makes something under one. */
    private List<TypedRequest> requestsWithTokens(String name) {
        DirectCalls service = service();
        List<TypedRequest> requests = new ArrayList<>();
        for (SdkPojo creation : requests(name)) {
            TypedRequest request = new TypedRequest(creation);
            model.clientTokens(request.operation())
                    .map(member ->
                            request.with(member, Optional.of(UUID.randomUUID().toString())))
                    .map(TypedRequest::new)
                    .map(this::renamed)
                    .forEach(requests::add);
        }
        assertThat(requests)
                .extracting(TypedRequest::operation)
                .containsExactlyInAnyOrderElementsOf(service.rooms().operations().stream()
                        .filter(operation -> operation.matches("(Create|Start|Run).*"))
                        .filter(operation ->
                                model.clientTokens(operation).findAny().isPresent())
                        .toList());
        return requests;
    }

    /** Gives a request another name: its own is that of the resource that has been made. */
    private TypedRequest renamed(TypedRequest request) {
        return request.texts().keySet().stream()
                .filter("Name"::equalsIgnoreCase)
                .findFirst()
                .map(member -> new TypedRequest(
                        request.with(member, Optional.of(request.texts().get(member) + "_2"))))
                .orElse(request);
    }

    private static String other(TypedRequest request, String member) {
        return request.texts().get(member) + "_other";
    }

    private Map<String, Object> reads(DirectCalls service, Map<String, String> made) {
        Map<String, Object> answers = new TreeMap<>();
        Stream<SampleRequest> all = service.supported().stream()
                .filter(SampleRequest::isRead)
                .filter(read -> !differingReads().contains(read.operation().name()));
        all.forEach(read -> {
            Optional<DirectCalls.Refusal> refusal = service.refusal(read.with(made));
            answers.put(read.operation().name(), refusal.isPresent() ? refusal : service.answer(read.with(made)));
        });
        return answers;
    }

    private List<List<Object>> smallestPages(DirectCalls service, SampleRequest list, Map<String, String> made) {
        String size = list.pageSize().orElseThrow();
        SdkPojo first = new TypedRequest(list.with(made))
                .with(size, Optional.of(model.least(list.operation().name(), size)));
        return pages(service, first, token(list).orElseThrow());
    }

    private static List<List<Object>> pages(DirectCalls service, SdkPojo first, String token) {
        List<List<Object>> pages = new ArrayList<>();
        Optional<SdkPojo> next = Optional.of(first);
        while (next.isPresent()) {
            SdkPojo answer = service.answer(next.get()).orElseThrow();
            pages.add(entries(answer));
            next = Optional.ofNullable(new TypedRequest(answer).texts().get(token))
                    .map(given -> new TypedRequest(first).with(token, Optional.of(given)));
        }
        return pages;
    }

    private static List<Object> joined(List<List<Object>> pages) {
        return pages.stream().flatMap(List::stream).toList();
    }

    private static List<Object> entries(SdkPojo answer) {
        List<Object> entries = new ArrayList<>();
        for (SdkField<?> field : answer.sdkFields()) {
            if (field.getValueOrDefault(answer) instanceof List<?> list) {
                entries.addAll(list);
            }
        }
        return entries;
    }
}
