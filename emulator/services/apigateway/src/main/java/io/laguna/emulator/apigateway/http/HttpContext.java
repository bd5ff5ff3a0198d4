package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiKind;
import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.apigateway.settings.GatewaySettings;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** The surroundings of every room: who calls, and where APIs are kept. */
public record HttpContext(Caller caller, State state, GatewaySettings settings) {
    private static final int MOST = 500;

    /** Does work on an API that nobody else changes meanwhile. */
    <T> T write(String id, Function<HttpApi, T> work) {
        return state.write(transaction -> work.apply(new HttpApi(
                transaction,
                new ApiRecords(transaction).lock(caller, ApiKind.HTTP, id).orElseThrow(() -> none(id)))));
    }

    <T> T read(String id, Function<HttpApi, T> work) {
        return state.read(handle -> work.apply(new HttpApi(
                handle, new ApiRecords(handle).find(caller, ApiKind.HTTP, id).orElseThrow(() -> none(id)))));
    }

    /** Returns a page of a list. */
    static <T> Page<T> page(List<T> sorted, Function<T, String> key, String token, String size) {
        return Page.ofSorted(sorted, key, token, size(size), () -> HttpFailures.bad("Invalid nextToken specified"));
    }

    private static int size(String asked) {
        if (asked == null || asked.isEmpty()) {
            return MOST;
        }
        if (!asked.matches("[1-9]\\d{0,4}")) {
            throw HttpFailures.bad("Invalid maxResults specified: " + asked);
        }
        return Math.min(Integer.parseInt(asked), MOST);
    }

    private NotFoundException none(String id) {
        return NotFoundException.builder()
                .message("Invalid API identifier specified " + caller.accountId() + ":" + id)
                .build();
    }
}
