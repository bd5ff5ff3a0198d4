package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.ApplicationSummary;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.DeleteApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.DeleteApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.GetApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.GetApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.ListApplicationsRequest;
import software.amazon.awssdk.services.emrserverless.model.ListApplicationsResponse;
import software.amazon.awssdk.services.emrserverless.model.UpdateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.UpdateApplicationResponse;

/**
 * The applications of an account in a region.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/applications.html">Applications</a>
 */
final class Applications extends Room {
    private static final List<ApplicationState> LISTED = Stream.of(ApplicationState.values())
            .filter(state -> state != ApplicationState.TERMINATED && state != ApplicationState.UNKNOWN_TO_SDK_VERSION)
            .toList();

    private final Caller caller;
    private final State state;
    private final Dispatcher dispatcher;

    Applications(Caller caller, State state, Dispatcher dispatcher) {
        this.caller = caller;
        this.state = state;
        this.dispatcher = dispatcher;
    }

    @Override
    public CreateApplicationResponse createApplication(CreateApplicationRequest request) {
        ApplicationRules.check(request);
        Application application = Definition.of(request, caller, Ids.next(), dispatcher.now());
        ApplicationRules.check(application);
        String text = ShapeJson.write(request);
        Application created = state.alone("emr-serverless/" + caller, handle -> {
            Optional<String> token = Optional.ofNullable(request.clientToken());
            Optional<ApplicationRecords.Earlier> earlier =
                    token.flatMap(given -> new ApplicationRecords(handle).byToken(caller, given));
            if (earlier.isPresent()) {
                if (!earlier.get().request().equals(text)) {
                    throw Failures.otherRequest(token.get());
                }
                return find(handle, earlier.get().id()).definition();
            }
            return handle.inTransaction(transaction -> {
                new ApplicationRecords(transaction).insert(caller, application, token, text);
                Tags.table(transaction).put(application.arn(), request.tags());
                return application;
            });
        });
        dispatcher.wake();
        return CreateApplicationResponse.builder()
                .applicationId(created.applicationId())
                .name(created.name())
                .arn(created.arn())
                .build();
    }

    @Override
    public GetApplicationResponse getApplication(GetApplicationRequest request) {
        return state.read(handle -> GetApplicationResponse.builder()
                .application(
                        tagged(handle, find(handle, request.applicationId()).definition()))
                .build());
    }

    /** Deleted ones are listed only when their state is asked for. */
    @Override
    public ListApplicationsResponse listApplications(ListApplicationsRequest request) {
        Constraints constraints = new Constraints();
        request.states().forEach(each -> constraints.known("states", each.toString(), each));
        constraints.check();
        List<ApplicationState> states = request.states().isEmpty() ? LISTED : request.states();
        Page.Request asked = Page.Request.of(request.maxResults(), request.nextToken());
        List<ApplicationRecord> found =
                state.read(handle -> new ApplicationRecords(handle).page(caller, states, asked));
        Page<ApplicationRecord> page =
                Page.of(found, asked, each -> new Page.Place(each.definition().createdAt(), each.id()));
        return ListApplicationsResponse.builder()
                .applications(page.entries().stream()
                        .map(each -> Shapes.copy(each.definition(), ApplicationSummary.builder())
                                .id(each.id())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateApplicationResponse updateApplication(UpdateApplicationRequest request) {
        ApplicationRules.check(request);
        return state.write(transaction -> {
            ApplicationRecord application = lock(transaction, request.applicationId());
            if (application.state() != ApplicationState.CREATED && application.state() != ApplicationState.STOPPED) {
                throw Failures.notUpdatable(application.id(), application.state());
            }
            Application updated = Definition.updated(application.definition(), request, dispatcher.now());
            ApplicationRules.check(updated);
            new ApplicationRecords(transaction).save(updated);
            return UpdateApplicationResponse.builder()
                    .application(tagged(transaction, updated))
                    .build();
        });
    }

    /** The application and its job runs stay to be read. */
    @Override
    public DeleteApplicationResponse deleteApplication(DeleteApplicationRequest request) {
        return state.write(transaction -> {
            ApplicationRecord application = lock(transaction, request.applicationId());
            boolean deletable =
                    application.state() == ApplicationState.CREATED || application.state() == ApplicationState.STOPPED;
            if (!deletable || new JobRunRecords(transaction).active(application.id()) > 0) {
                throw Failures.notDeletable(application.id(), application.state());
            }
            Instant now = dispatcher.now();
            new ApplicationRecords(transaction)
                    .save(application.definition().toBuilder()
                            .state(ApplicationState.TERMINATED)
                            .updatedAt(now)
                            .build());
            return DeleteApplicationResponse.builder().build();
        });
    }

    private ApplicationRecord find(Handle handle, String id) {
        checkId(id);
        return new ApplicationRecords(handle).find(caller, id).orElseThrow(() -> Failures.noApplication(id));
    }

    private ApplicationRecord lock(Handle transaction, String id) {
        checkId(id);
        return new ApplicationRecords(transaction).lock(caller, id).orElseThrow(() -> Failures.noApplication(id));
    }

    private static void checkId(String id) {
        new Constraints()
                .present("applicationId", id)
                .text("applicationId", id, 64, Constraints.ID)
                .check();
    }

    private static Application tagged(Handle handle, Application application) {
        return application.toBuilder()
                .tags(Tags.table(handle).of(application.arn()))
                .build();
    }
}
