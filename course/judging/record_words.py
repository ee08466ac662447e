"""The words by which a form's field is read: periods, people, deeds, reminders, wishes."""

from course.judging.policy_terms import Terms

PERIOD = Terms(
    r"""
    20\d\d|h[12]|q[1-4]|today|now|currently|last (?:month|quarter|year)
    months?|quarters?|years?|weeks?|yearly|monthly|weekly|quarterly|annual\w*|ytd
    jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*
    """,
    r"""
    شهر|ربع|سنة|سنوي|عام|أسبوع|حالي|يوم|20\d\d
    يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    """,
)
DATE = Terms(
    r"""
    \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:0?[1-9]|1[0-2])[/.-]20\d\d|20\d\d
    """,
    r"""
    20\d\d
    """,
)
OPEN_ENDED = Terms(
    r"""
    ongoing|continuous(?:ly)?|continually|always|permanent(?:ly)?|asap|as soon as possible
    when(?:ever)? possible|tbd|tbc|to be (?:decided|confirmed|agreed)
    """,
    """
    مستمر|باستمرار|دائم|لاحق|سيحدد|في أقرب
    """,
)
QUALITY_OFFICE = Terms(
    r"""
    (?:quality|qa|qc|qhse|hseq|qms|iso) (?:assurance |control |management )?(?:managers?|directors?
    |coordinators?|departments?|team|representative|officers?|heads?|leads?)
    (?:head|director|manager|vp) of (?:quality|qa|qhse|iso)|management representative
    """,
    """
    مدير جودة|مديرة جودة|منسق جودة|مسؤول جودة|رئيس جودة|قسم جودة|إدارة جودة|ممثل إدارة
    مدير قسم جودة|مدير إدارة جودة
    """,
)
REMINDERS = Terms(
    r"""
    (?:re)?train(?:s|ed|ing|ings)?|remind\w*|aware\w*|instruct\w*|brief(?:s|ed|ings?)?
    communicat\w*|posters?|display(?:s|ed|ing)?|circulars?|memos?|toolbox talks?|motivat\w*
    encourag\w*|emphasi[sz]e\w*|(?:revis|updat|issu|reissu|review)\w* (?:the |our )?procedures?
    follow[- ]?up\w*|monitor\w*|sensiti[sz]e\w*|campaigns?|e-?mails?|signatures?
    """,
    """
    تدريب|ندرب|تذكير|نذكر|توعية|تعميم|ملصق|نشرة|تحديث إجراء|مراجعة إجراء|متابعة|نتابع|حملة|تشجيع
    """,
)
DEEDS = Terms(
    r"""
    stop\w*|hir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|fund(?:s|ed|ing)?|pay(?:s|ing)?|paid
    mov(?:e|es|ed|ing)|cancel\w*|replac\w*|cut(?:s|ting)?|add(?:s|ed|ing)?|remov\w*|install\w*
    assign\w*|freez\w*|refus\w*|reject\w*|redesign\w*|rebuild\w*|inspect\w*|check(?:s|ed|ing)?
    test(?:s|ed|ing)?|chang(?:e|es|ed|ing)|split\w*|limit(?:s|ed|ing)?|reserv\w*|appoint\w*
    repair\w*|measur(?:e|es|ed|ing)|publish\w*|count(?:s|ed|ing)?|ask(?:s|ed|ing)?|approv\w*
    renegotiat\w*|postpon\w*|slow\w*|clos(?:e|es|ed|ing)|open(?:s|ed|ing)?|giv(?:e|es|ing)
    releas\w*|hold(?:s|ing)?|calibrat\w*|maintain\w*|recruit\w*|transfer\w*|end(?:s|ed|ing)?
    withdraw\w*|sign(?:s|ed|ing)?|tak(?:e|es|ing)|bring(?:s|ing)?|writ(?:e|es|ing)|rout(?:e|es|ed)
    """,
    """
    نوقف|أوقف|إيقاف|وقف|تعيين|نعين|أعين|شراء|نشتري|نمول|تمويل|نقل|إلغاء|ألغي|نلغي|استبدال|إضافة|نضيف
    تركيب|تجميد|رفض|نرفض|فحص|نفحص|تفتيش|تغيير|نغير|تقسيم|إصلاح|قياس|نقيس|نشر|ننشر|تأجيل|نؤجل
    إبطاء|معايرة|صيانة|نخصص|تخصيص|يوقف|يفحص|نسحب|أسحب|أوقع|نطلب
    """,
)
RECEIVER = Terms(
    r"""
    customers?|clients?|guests?|patients?|passengers?|buyers?|owners?|tenants?|residents?|parents?
    pupils?|students?|users?|consumers?|importers?|retailers?|airlines?|households?|public|families
    requirements?|specifi\w*|contract\w*|orders?|law|laws|regulat\w*|promis\w*|deliver\w*
    hand-?over\w*|complain\w*|defect\w*|snags?|rework\w*|reject\w*|non-?conform\w*|inspect\w*
    right (?:the )?first time|first[- ](?:time|pass)|bags?|rooms?|units?|lessons?|tickets?
    """,
    """
    عميل|عملاء|زبون|زبائن|نزيل|نزلاء|ضيف|ضيوف|مريض|مرضى|مسافر|مالك|ملاك|مستأجر|أولياء|طالب|طلبة|طلاب
    متطلب|مواصف|عقد|عقود|طلبية|طلبيات|قانون|تسليم|موعد|شكوى|شكاوى|عيب|عيوب|إعادة عمل|إعادة أعمال
    مطابقة|فحص|حقيبة|حقائب|غرف|وحدة|وحدات
    """,
)
PEOPLE = Terms(
    r"""
    teams?|staff|supervisors?|managers?|foremen|foreman|engineers?|shifts?|crews?|departments?|board
    everyone|each \w+|operators?|drivers?|nurses?|teachers?|directors?|people|workers?|committee
    suppliers?|subcontractors?|sites?|lines?|inspectors?|pickers?|technicians?|branch\w*|employees?
    """,
    """
    فرق|فريق|مشرف|مدير|مدراء|مديري|مهندس|وردية|ورديات|عمال|عاملين|موظف|قسم|أقسام|مجلس|لجنة|مورد
    مواقع|موقع|فنيين|سائق|ممرض|معلم
    """,
)
FOLLOWS = Terms(
    r"""
    if|unless|when|otherwise|decid\w*|decisions?|stop\w*|chang\w*|add(?:s|ed)?|compar\w*|against
    board|review\w*|meetings?|(?:report|present|show)\w* to|escalat\w*|acts?|acted|drop|withdraw\w*
    """,
    """
    إذا|وإلا|عندما|نقرر|قرار|نوقف|نغير|مقارنة|مجلس|مراجعة|اجتماع|نضيف|نقارن
    """,
)
CHANGE = Terms(
    r"""
    (?:fewer|less|more|lower|higher)|reduc\w*|cut(?:s|ting)?|increas\w*|improv\w*|decreas\w*|drop
    by \d+(?:[.,]\d+)? ?(?:%|percent)
    """,
    """
    خفض|تخفيض|تقليل|زيادة|رفع|أقل|أكثر
    """,
)
COUNTS = Terms(
    r"""
    counts?|counted|includ(?:e|es|ed|ing)|exclud\w*|except|without|means|defined as|only|per
    whether or not|any|every|each|divided by|out of|shares? of|percentage of|proportion|ratio
    number of|hours? of|costs? of|\d* ?% of|over the
    """,
    """
    يحسب|تحسب|يشمل|تشمل|يستثنى|باستثناء|عدا|نعني|كل|من أصل|نسبة|حصة|لكل|عدد|مقسوم|تكلفة|ساعات
    """,
)
SOURCE = Terms(
    r"""
    from|recorded|logged|logs?|registers?|systems?|erp|crm|ledgers?|invoices?|records?|sheets?
    surveys?|reports?|inspections?|inspectors?|timesheets?|accounts?|tickets?|database|notes?
    codes?|weighbridge|tills?|gates?|forms?|dashboards?|software|app|files?
    """,
    """
    سجل|سجلات|نظام|دفتر|فاتورة|فواتير|استبيان|كشف|كشوف|تقرير|تقارير|حسابات|مسجل|برنامج|نموذج
    """,
)
STUDIES = Terms(
    r"""
    consider\w*|study|studies|studied|committees?|task ?forces?|working groups?|look into
    examin\w*|explor\w*|assess\w*|evaluat\w*|discuss\w*|investigat\w*|consult\w*|benchmark\w*
    """,
    """
    دراسة|ندرس|لجنة|النظر في|بحث|نبحث|مناقشة|نناقش|تقييم|استشاري
    """,
)
HEDGES = Terms(
    r"""
    (?:we |I )?(?:will |shall )?(?:try|strive|endeavou?r|aim|hope|intend) to|as far as possible
    where(?:ver)? (?:possible|practicable|feasible)|if (?:the )?budget (?:allows|permits)
    as appropriate|in due course
    """,
    """
    نسعى إلى|سنحاول|نأمل|قدر إمكان|حيثما أمكن|إن سمحت ميزانية|في وقته
    """,
)
ATTITUDES = Terms(
    r"""
    lack of (?:awareness|commitment|discipline|motivation|ownership|interest|seriousness|culture)
    attitudes?|mindsets?|careless\w*|laz(?:y|iness)|negligen\w*|resist\w*|human error|mentality
    (?:people|staff|they|workers|employees) (?:do not|don't|never) (?:care|follow|listen|understand)
    not (?:motivated|committed|serious|aware)|poor discipline|inattenti\w*
    """,
    """
    قلة وعي|عدم التزام|قلة انضباط|إهمال|كسل|مقاومة تغيير|لامبالاة|خطأ بشري|عقلية
    عدم اهتمام|قلة اهتمام
    ضعف وعي|ضعف التزام
    """,
)
COSTLY = Terms(
    r"""
    refus\w*|reject\w*|stopp?(?:ed|s|ing)?|cancel\w*|withdr[ae]w\w*|postpon\w*|turned down|gave up
    paid|pay(?:s|ing)? for|fund(?:s|ed|ing)?|approv\w*|bought|hired|hire|replac\w*|moved|ended
    held back|recall\w*|apologi[sz]\w*|told the (?:client|customer|board)|disclos\w*|gave back
    decid\w*|decisions?|chang(?:e|ed|es) (?:the |our |my )?(?:bonus|target|plan|price|rule|budget)
    protect(?:ed|s)?|overrul\w*|reversed|accepted the (?:cost|delay|loss)
    lost (?:the |an )?(?:order|bid)
    """,
    """
    رفض|رفضت|رفضنا|أوقف|أوقفت|أوقفنا|ألغى|ألغيت|ألغينا|سحب|سحبنا|أجل|أجلنا|مولت|مولنا|وافقت|وافقنا
    اعتمد|اشترينا|عيّنا|استبدل|نقلنا|اعتذر|اعتذرت|أخبرنا عميل|قرار|قررت|قررنا|غيرت|غيرنا|تخلينا
    خسرنا طلبية|تحملنا
    """,
)
OPINIONS = Terms(
    r"""
    (?:fully |strongly |totally )?committed|commitment|believe|important|always|everyone knows
    strong(?:ly)?|excellent|good|very|culture|mindset|top priority|our values|we care|passionate
    supportive|well aware|aware|motivated|clear to all
    """,
    """
    ملتزم|ملتزمون|التزام|نؤمن|مهم|دائم|الجميع يعرف|ممتاز|جيد|ثقافة|أولوية|قيمنا|نهتم|داعم|واعون
    """,
)
SIGNATURES = Terms(
    r"""
    sign(?:s|ed|ing)?(?: (?:sheets?|lists?|off))?|signatures?|attendance|acknowledg\w*
    read receipts?|tick(?:ed)? (?:box|off)
    """,
    """
    توقيع|يوقع|يوقعون|توقيعات|كشف حضور|إقرار
    """,
)
