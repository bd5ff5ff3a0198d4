package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.StartApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.StartApplicationResponse;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationResponse;

/** Starting and stopping applications: what is asked for here the {@link Dispatcher} does. */
final class StartAndStop extends Room {
    private static final List<ApplicationState> STARTABLE = List.of(ApplicationState.CREATED, ApplicationState.STOPPED);
    private static final List<ApplicationState> STOPPABLE =
            List.of(ApplicationState.STARTING, ApplicationState.STARTED);

    private final Caller caller;
    private final State state;
    private final Dispatcher dispatcher;

    StartAndStop(Caller caller, State state, Dispatcher dispatcher) {
        this.caller = caller;
        this.state = state;
        this.dispatcher = dispatcher;
    }

    @Override
    public StartApplicationResponse startApplication(StartApplicationRequest request) {
        move(request.applicationId(), STARTABLE, ApplicationState.STARTING, ApplicationState.STARTED);
        return StartApplicationResponse.builder().build();
    }

    /**
     * Stops an application. "All scheduled and running jobs must be completed or cancelled before stopping an application." One
     * that is stopped stays so without an error, as Airflow's
     * <a href="https://github.com/apache/airflow/blob/main/providers/amazon/tests/system/amazon/aws/example_emr_serverless.py">tests
     * on AWS</a> rely on.
     */
    @Override
    public StopApplicationResponse stopApplication(StopApplicationRequest request) {
        move(request.applicationId(), STOPPABLE, ApplicationState.STOPPING, ApplicationState.STOPPED);
        return StopApplicationResponse.builder().build();
    }

    private void move(String id, List<ApplicationState> from, ApplicationState to, ApplicationState aim) {
        new Constraints()
                .present("applicationId", id)
                .text("applicationId", id, 64, Constraints.ID)
                .check();
        state.write(transaction -> {
            ApplicationRecord application =
                    new ApplicationRecords(transaction).lock(caller, id).orElseThrow(() -> Failures.noApplication(id));
            if (aim == ApplicationState.STOPPED && application.state() == aim) {
                return true;
            }
            if (!from.contains(application.state())) {
                throw Failures.cannotBecome(aim, from);
            }
            if (to == ApplicationState.STOPPING) {
                checkNoJobRuns(transaction, id);
            }
            new ApplicationRecords(transaction)
                    .save(application.definition().toBuilder()
                            .state(to)
                            .stateDetails("")
                            .updatedAt(dispatcher.now())
                            .build());
            return true;
        });
        dispatcher.wake();
    }

    private static void checkNoJobRuns(Handle transaction, String id) {
        long active = new JobRunRecords(transaction).active(id);
        if (active > 0) {
            throw Failures.hasJobRuns(id, active);
        }
    }
}
