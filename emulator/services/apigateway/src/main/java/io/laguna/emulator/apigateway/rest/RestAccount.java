package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.shape.Shapes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.apigateway.model.GetAccountRequest;
import software.amazon.awssdk.services.apigateway.model.GetAccountResponse;
import software.amazon.awssdk.services.apigateway.model.UpdateAccountRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateAccountResponse;

/**
 * The settings of an account in a region: the role that writes the logs of its APIs. It is kept, and access logs are written
 * without it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html">UpdateAccount</a>
 */
public final class RestAccount extends RestRoom {
    private static final Logger LOG = System.getLogger(RestAccount.class.getName());
    private static final String ROLE = "cloudwatchRoleArn";

    /** AWS's quotas of an account, which nothing here enforces. */
    private static final double REQUESTS_A_SECOND = 10_000;

    private static final int BURST = 5_000;

    private final RestContext context;

    public RestAccount(RestContext context) {
        this.context = context;
    }

    @Override
    public GetAccountResponse getAccount(GetAccountRequest request) {
        return context.state().read(handle -> account(context, handle));
    }

    @Override
    public UpdateAccountResponse updateAccount(UpdateAccountRequest request) {
        GetAccountResponse changed = context.state().write(transaction -> {
            GetAccountResponse patched = Patches.apply(
                    account(context, transaction),
                    GetAccountResponse.builder(),
                    request.patchOperations(),
                    Set.of(ROLE));
            Optional<String> role =
                    Optional.ofNullable(patched.cloudwatchRoleArn()).filter(text -> !text.isEmpty());
            role.filter(arn -> !arn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+"))
                    .ifPresent(arn -> {
                        throw RestFailures.bad("The role ARN does not have required permissions configured."
                                + " Please grant trust permission for API Gateway and add the required role policy.");
                    });
            keep(transaction, role);
            return account(context, transaction);
        });
        if (changed.cloudwatchRoleArn() != null) {
            LOG.log(Level.WARNING, ROLE + " is kept and has no effect: access logs are written without a role");
        }
        return Shapes.copy(changed, UpdateAccountResponse.builder()).build();
    }

    static GetAccountResponse account(RestContext context, Handle handle) {
        GetAccountResponse.Builder account = GetAccountResponse.builder()
                .throttleSettings(limits -> limits.rateLimit(REQUESTS_A_SECOND).burstLimit(BURST))
                .features(List.of("UsagePlans"))
                .apiKeyVersion("4");
        handle.select(
                        "select role from apigateway_account where account = ? and region = ?",
                        context.caller().accountId(),
                        context.caller().region())
                .mapTo(String.class)
                .findFirst()
                .ifPresent(account::cloudwatchRoleArn);
        return account.build();
    }

    private void keep(Handle transaction, Optional<String> role) {
        transaction.execute(
                "delete from apigateway_account where account = ? and region = ?",
                context.caller().accountId(),
                context.caller().region());
        role.ifPresent(arn -> transaction.execute(
                "insert into apigateway_account (account, region, role) values (?, ?, ?)",
                context.caller().accountId(),
                context.caller().region(),
                arn));
    }
}
