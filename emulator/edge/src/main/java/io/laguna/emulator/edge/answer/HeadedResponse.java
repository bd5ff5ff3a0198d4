package io.laguna.emulator.edge.answer;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that has some headers whatever its handler does, also when the handler begins the answer anew. */
public final class HeadedResponse extends Response.Wrapper {
    private final Map<String, String> always;

    public HeadedResponse(Request request, Response response, Map<String, String> always) {
        super(request, response);
        this.always = Map.copyOf(always);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!isCommitted()) {
            always.forEach((name, value) -> getHeaders().put(name, value));
        }
        super.write(last, content, callback);
    }
}
