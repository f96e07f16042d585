using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// What the framework says about wrong input, in Japanese. An attribute with a message of its own keeps it; {0} is the
/// <see cref="DisplayAttribute"/> name of the property.
/// </summary>
public sealed class JapaneseInputMessages : IValidationMetadataProvider
{
    /// <summary>Replaces all messages that a form can show without having chosen them.</summary>
    public static void Use(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new JapaneseInputMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name}：「{value}」は使えません。入力し直してください。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"「{value}」は使えません。入力し直してください。");
        messages.SetValueIsInvalidAccessor(value => $"「{value}」は使えません。入力し直してください。");
        messages.SetUnknownValueIsInvalidAccessor(name => $"{name}を入力し直してください。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "入力し直してください。");
        messages.SetValueMustBeANumberAccessor(name => $"{name}は数字で入力してください。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "数字で入力してください。");
        messages.SetValueMustNotBeNullAccessor(name => $"{name}を入力してください。");
        messages.SetMissingBindRequiredValueAccessor(name => $"{name}を入力してください。");
        messages.SetMissingKeyOrValueAccessor(() => "入力してください。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "送信された内容が空です。");
    }

    /// <inheritdoc />
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (!HasOwnMessage(attribute) && MessageOf(attribute) is { } message) attribute.ErrorMessage = message;
    }

    private static bool HasOwnMessage(ValidationAttribute attribute) =>
        attribute.ErrorMessageResourceName is not null || attribute.ErrorMessage is not null;

    private static string? MessageOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "{0}を入力してください。",
        StringLengthAttribute { MinimumLength: > 0 } => "{0}は{2}文字以上{1}文字以内で入力してください。",
        StringLengthAttribute or MaxLengthAttribute => "{0}は{1}文字以内で入力してください。",
        MinLengthAttribute => "{0}は{1}文字以上で入力してください。",
        RangeAttribute => "{0}は{1}から{2}までで入力してください。",
        CompareAttribute => "{0}が{1}と一致しません。",
        RegularExpressionAttribute => "{0}の形が正しくありません。",
        _ => null,
    };
}
