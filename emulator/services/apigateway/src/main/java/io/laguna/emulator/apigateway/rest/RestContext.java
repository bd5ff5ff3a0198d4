package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.ApiKind;
import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.apigateway.model.GetAccountResponse;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

/** The surroundings of every room: who calls, and where APIs are kept. */
public record RestContext(Caller caller, State state) {
    private static final int USUAL = 25;
    private static final int MOST = 500;

    /** Does work on an API that nobody else changes meanwhile. */
    <T> T write(String id, Function<KeptApi, T> work) {
        return state.write(transaction -> work.apply(new KeptApi(
                transaction,
                new ApiRecords(transaction).lock(caller, ApiKind.REST, id).orElseThrow(() -> none(id)))));
    }

    public <T> T read(String id, Function<KeptApi, T> work) {
        return state.read(handle -> work.apply(new KeptApi(
                handle, new ApiRecords(handle).find(caller, ApiKind.REST, id).orElseThrow(() -> none(id)))));
    }

    /** Returns the settings of the caller's account. */
    GetAccountResponse account() {
        return state.read(handle -> RestAccount.account(this, handle));
    }

    /** Returns a page of a list. */
    static <T> Page<T> page(List<T> sorted, Function<T, String> key, String position, Integer limit) {
        int size = limit == null || limit < 1 ? USUAL : Math.min(limit, MOST);
        return Page.ofSorted(
                sorted, key, position, size, () -> RestFailures.bad("Invalid position parameter specified"));
    }

    private NotFoundException none(String id) {
        return RestFailures.none("Invalid API identifier specified " + caller.accountId() + ":" + id);
    }
}
