package io.laguna.emulator.edge.forward;

import io.laguna.emulator.edge.signature.SignatureCheck;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Another emulator, which answers for the services that Laguna does not have. Calls go to it byte for byte. */
public final class Neighbours {
    /** A call may wait for messages: AWS's longest is 20 s. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** The headers of a connection, which are no part of what is sent over it. */
    private static final Set<String> OF_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    private final URI address;
    private final HttpClient client;

    private Neighbours(URI address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    /** An answer of which the head has come. */
    record Reply(int status, HttpFields headers, InputStream body) {}

    /**
     * Returns the emulator at an address: {@code http://127.0.0.1:5000}.
     *
     * @param client sends the calls; whoever made it starts and stops it
     */
    public static Neighbours at(URI address, HttpClient client) {
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setIdleTimeout(DEADLINE.toMillis());
        return new Neighbours(address, client);
    }

    /** Returns the destination of calls to a service that Laguna does not have. */
    public ForwardDestination service(String name, SignatureCheck signatures) {
        return new ForwardDestination(name, this, signatures);
    }

    URI address() {
        return address;
    }

    /**
     * Sends a request as it came, with the name in {@code Host} by which the client called Laguna.
     *
     * @throws ExecutionException when nobody answers
     */
    Reply send(String method, String target, HttpFields headers, byte[] body)
            throws ExecutionException, InterruptedException, TimeoutException {
        Request request = client.newRequest(address).method(method).path(target).headers(sent -> {
            sent.clear();
            passedOn(headers).forEach(field -> sent.add(field.getName(), field.getValue()));
        });
        if (body.length > 0) {
            request.body(new BytesRequestContent(headers.get(HttpHeader.CONTENT_TYPE), body));
        }
        // What the body is encoded with is between the client and the other emulator.
        client.getContentDecoderFactories().clear();
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request.send(listener);
        Response response = listener.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        return new Reply(response.getStatus(), passedOn(response.getHeaders()), listener.getInputStream());
    }

    /** Returns the headers that are not the connection's own. */
    private static HttpFields passedOn(HttpFields headers) {
        Set<String> dropped = new HashSet<>(OF_CONNECTION);
        headers.getCSV(HttpHeader.CONNECTION, false).forEach(name -> dropped.add(name.toLowerCase(Locale.ROOT)));
        HttpFields.Mutable kept = HttpFields.build();
        for (HttpField field : headers) {
            if (!dropped.contains(field.getName().toLowerCase(Locale.ROOT))) {
                kept.add(field);
            }
        }
        return kept.asImmutable();
    }
}
