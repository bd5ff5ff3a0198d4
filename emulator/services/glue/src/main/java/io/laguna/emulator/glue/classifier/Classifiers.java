package io.laguna.emulator.glue.classifier;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.CreateClassifierRequest;
import software.amazon.awssdk.services.glue.model.CreateClassifierResponse;
import software.amazon.awssdk.services.glue.model.DeleteClassifierRequest;
import software.amazon.awssdk.services.glue.model.DeleteClassifierResponse;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetClassifierRequest;
import software.amazon.awssdk.services.glue.model.GetClassifierResponse;
import software.amazon.awssdk.services.glue.model.GetClassifiersRequest;
import software.amazon.awssdk.services.glue.model.GetClassifiersResponse;
import software.amazon.awssdk.services.glue.model.UpdateClassifierRequest;
import software.amazon.awssdk.services.glue.model.UpdateClassifierResponse;

/**
 * The operations on classifiers. Every account has its own in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-classifiers.html">Classifiers</a>
 */
public final class Classifiers extends Room {
    private static final int LARGEST = 1000;
    private static final int USUAL = 100;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    public Classifiers(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateClassifierResponse createClassifier(CreateClassifierRequest request) {
        Classifier made = AnyClassifier.of(request).created(now());
        ClassifierRules.check(made);
        if (!state.<Boolean>read(handle -> new ClassifierRecords(handle).insert(caller, made))) {
            throw Failures.exists("Classifier");
        }
        return CreateClassifierResponse.builder().build();
    }

    /** Changes the members that are given. A classifier stays of its kind. */
    @Override
    public UpdateClassifierResponse updateClassifier(UpdateClassifierRequest request) {
        AnyClassifier given = AnyClassifier.of(request);
        new Constraints().name("name", given.name()).check();
        state.write(transaction -> {
            ClassifierRecords records = new ClassifierRecords(transaction);
            AnyClassifier before =
                    records.lock(caller, given.name()).map(AnyClassifier::of).orElseThrow(() -> missing(given.name()));
            if (!before.kind().equals(given.kind())) {
                throw Failures.invalid(
                        "The classifier " + given.name() + " is a " + before.kind() + ", not a " + given.kind() + ".");
            }
            Classifier after = given.over(before, now());
            ClassifierRules.check(after);
            records.replace(caller, after);
            return after;
        });
        return UpdateClassifierResponse.builder().build();
    }

    @Override
    public DeleteClassifierResponse deleteClassifier(DeleteClassifierRequest request) {
        new Constraints().name("name", request.name()).check();
        if (!state.<Boolean>read(handle -> new ClassifierRecords(handle).delete(caller, request.name()))) {
            throw missing(request.name());
        }
        return DeleteClassifierResponse.builder().build();
    }

    @Override
    public GetClassifierResponse getClassifier(GetClassifierRequest request) {
        new Constraints().name("name", request.name()).check();
        Classifier found = state.write(transaction -> new ClassifierRecords(transaction).lock(caller, request.name()))
                .orElseThrow(() -> missing(request.name()));
        return GetClassifierResponse.builder().classifier(found).build();
    }

    @Override
    public GetClassifiersResponse getClassifiers(GetClassifiersRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        Page<Classifier> page = Page.ofSorted(
                state.read(handle -> new ClassifierRecords(handle).all(caller)),
                classifier -> AnyClassifier.of(classifier).name(),
                request.nextToken(),
                Page.size(request.maxResults(), USUAL),
                Failures::badToken);
        return GetClassifiersResponse.builder()
                .classifiers(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static EntityNotFoundException missing(String name) {
        return Failures.notFound("Classifier " + name + " does not exist.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
