package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Amazon SNS. One per process; every account has its own topics in every region.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/welcome.html">The API</a>
 */
public final class Sns implements Service<SnsClient> {
    /** The beginning of the paths of certificates at the endpoint. */
    public static final String CERTIFICATES = "/SimpleNotificationService-";

    private final Signing signing;
    private final DeliverySettings settings;
    private final State state;
    private final Clock clock;
    private final Confirmations confirmations;
    private final Deliveries deliveries;

    private Sns(
            State state,
            Clock clock,
            DeliverySettings settings,
            Signing signing,
            Confirmations confirmations,
            Deliveries deliveries) {
        this.settings = settings;
        this.signing = signing;
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
        Signing signing = new Signing(settings.endpoint(), settings.key());
        Couriers couriers = new Couriers(settings, signing, mail, new WebCourier(settings.web()));
        Deliveries deliveries = new Deliveries(state, clock, couriers);
        return new Sns(state, clock, settings, signing, new Confirmations(settings, mail), deliveries);
    }

    /** Returns the certificate that is at a path of the endpoint, in PEM; empty where there is none. */
    public Optional<String> certificate(String path) {
        return path.equals(signing.path()) ? Optional.of(settings.key().pem()) : Optional.empty();
    }

    @Override
    public List<SnsClient> rooms(Caller caller) {
        return List.of(
                new Topics(caller, state, clock),
                new Subscriptions(caller, state, settings.web(), confirmations, deliveries),
                new SubscriptionReads(caller, state),
                new Permissions(state),
                new Publishing(state, clock, deliveries),
                new Tags(state));
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
