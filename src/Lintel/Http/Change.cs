using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lintel.Http;

/// <summary>The edge of every call that changes something: one transaction, its outcome as an answer, kept under the caller's idempotency key.</summary>
public sealed class Change(Store store, Caller caller, IHttpContextAccessor accessor)
{
    /// <summary>Runs a use-case and answers with what it came to.</summary>
    public async Task<Results<TAnswer, ProblemHttpResult>> Run<T, TAnswer>(Func<LintelDb, Task<Outcome<T>>> work, Func<T, TAnswer> answer)
        where TAnswer : IResult
    {
        var outcome = await Run(work, value => (IResult)answer(value));
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : answer(outcome.Value);
    }

    /// <summary>The same where success has two forms (created, or already there).</summary>
    public async Task<Results<TFirst, TSecond, ProblemHttpResult>> Run<T, TFirst, TSecond>(
        Func<LintelDb, Task<Outcome<T>>> work, Func<T, bool> isFirst, Func<T, TFirst> first, Func<T, TSecond> second)
        where TFirst : IResult
        where TSecond : IResult
    {
        var outcome = await Run(work, value => isFirst(value) ? first(value) : second(value));
        return outcome.Refusal is { } refusal ? Problems.Of(refusal)
            : isFirst(outcome.Value) ? first(outcome.Value)
            : second(outcome.Value);
    }

    private async Task<Outcome<T>> Run<T>(Func<LintelDb, Task<Outcome<T>>> work, Func<T, IResult> answer)
    {
        var context = accessor.HttpContext!;
        if (context.Features.Get<KeyedCall>() is not { } call)
        {
            return await store.Write(caller.Actor, work, context.RequestAborted);
        }

        var (isAgain, isAnswered) = (false, false);
        var outcome = await store.Write(
            caller.Actor,
            async db =>
            {
                // Who overtook this call may have been the same call, on another instance.
                isAnswered = isAgain && await call.Find(db.Sql, db.Now, context.RequestAborted) is not null;
                isAgain = true;
                var done = isAnswered ? Refusal.Conflict(KeyedCall.StillRuns) : await work(db);
                if (done.Refusal is null)
                {
                    await call.Keep(answer(done.Value), context, db);
                }

                return done;
            },
            context.RequestAborted);

        // A wrong value is the caller's to mend under the same key; any other refusal is an answer like a success, and stays one.
        if (!isAnswered && outcome.Refusal is { Kind: not RefusalKind.Invalid } refusal)
        {
            await store.Write<bool>(
                caller.Actor,
                async db =>
                {
                    if (await call.Find(db.Sql, db.Now, context.RequestAborted) is null)
                    {
                        await call.Keep(Problems.Of(refusal), context, db);
                    }

                    return true;
                },
                context.RequestAborted);
        }

        return outcome;
    }
}
