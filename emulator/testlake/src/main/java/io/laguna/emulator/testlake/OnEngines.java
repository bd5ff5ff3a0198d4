package io.laguna.emulator.testlake;

import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A parameter of a test or of its constructor that is opened once per test JVM, on the engines of {@link EngineLake}: a
 * service, usually.
 */
public abstract class OnEngines<T extends ExtensionContext.Store.CloseableResource> implements ParameterResolver {
    private final Class<T> type;
    private final Function<EngineLake.Running, T> open;

    /**
     * Creates the resolver of a parameter.
     *
     * @param open opens what the parameter is, when a test first asks for it
     */
    protected OnEngines(Class<T> type, Function<EngineLake.Running, T> open) {
        this.type = type;
        this.open = open;
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(type);
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        EngineLake.Running engines = (EngineLake.Running) new EngineLake().resolveParameter(parameter, context);
        return context.getRoot()
                .getStore(Namespace.create(getClass()))
                .getOrComputeIfAbsent(type, key -> open.apply(engines), type);
    }
}
