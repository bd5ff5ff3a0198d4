package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Amazon SNS. One per process; every account has its own topics in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/welcome.html">The API</a>
 */
public final class Sns implements Service<SnsClient> {
    private final State state;
    private final Clock clock;
    private final Confirmations confirmations;
    private final Deliveries deliveries;

    private Sns(State state, Clock clock, Confirmations confirmations, Deliveries deliveries) {
        this.state = state;
        this.clock = clock;
        this.confirmations = confirmations;
        this.deliveries = deliveries;
    }

    /**
     * Opens the service, which goes on with what an earlier process has not delivered.
     *
     * @param state closed by whoever opened it
     */
    public static Sns open(State state, DeliverySettings settings) {
        Clock clock = Clock.systemUTC();
        MailFolder mail = new MailFolder(settings.mail());
        Deliveries deliveries = new Deliveries(state, clock, new Couriers(settings, mail));
        return new Sns(state, clock, new Confirmations(settings, mail), deliveries);
    }

    @Override
    public List<SnsClient> rooms(Caller caller) {
        return List.of(
                new Topics(caller, state, clock),
                new Subscriptions(caller, state, confirmations),
                new SubscriptionReads(caller, state),
                new Publishing(state, clock, deliveries),
                new Tags(state));
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
