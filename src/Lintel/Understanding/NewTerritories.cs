namespace Lintel.Understanding;

/// <summary>Areas of the New Territories and the outlying islands, written as in <see cref="HongKongIsland"/>.</summary>
internal static class NewTerritories
{
    internal const string Areas = """
        New Territories | ~NT | 新界 | 新界區
          New Territories East | NT East | 新界東
          New Territories West | NT West | 新界西
          New Territories North | NT North | 新界北
          Sai Kung District
            Sai Kung | ~SK | Sai Kung Town | 西貢 | 西貢市
              Pak Sha Wan | 白沙灣
              Ho Chung | 蠔涌 | 蠔湧
              Hebe Haven
              Lakeside Garden | 翠塘花園
              Marina Cove | 匡湖居
              The Mediterranean | 逸瓏園
              Park Mediterranean | 逸瓏海匯
              Clear Water Bay | 清水灣
                Mount Pavilia | 傲瀧
                Rise Park Villas | 麗莎灣別墅
                Silverstrand | 銀線灣
                Razor Hill | 鷓鴣山
            Tseung Kwan O | Tseung Kwan | Junk Bay | TKO | 將軍澳
              Hang Hau | 坑口
                East Point City | 東港城
                Nan Fung Plaza | 南豐廣場
                Maritime Bay | 海悅豪園
                Residence Oasis | 蔚藍灣畔
                La Cite Noble | 新寶城
                Ming Tak Estate | 明德邨
                Hau Tak Estate | 厚德邨
                Hin Ming Court | 顯明苑
                Chung Ming Court | 頌明苑
                On Ning Garden | 安寧花園
                Yuk Ming Court | 煜明苑
              Po Lam | 寶琳
                Metro City | 新都城 | 新都城中心
                Well On Garden | 慧安園
                Verbena Heights | 茵怡花園
                King Ming Court | 景明苑
                Yan Ming Court | 欣明苑
                Finery Park | 富麗花園
                Serenity Place | 怡心園
                Tseung Kwan O Village | 將軍澳村
                Po Lam Estate | 寶林邨
              Tiu Keng Leng | Tiu King Leng | 調景嶺
                Metro Town | 都會駅 | 都會驛 | 都會站
                Ocean Shores | 維景灣畔
                Kin Ming Estate | 健明邨
              LOHAS Park | Lohas | The LOHAS | 日出康城 | 康城
                Le Splendeur | 緻藍天
                Le Prestige | 領都
                ?The Capitol
                LP6
                Hemera | 峻瀅
                ?Malibu
                Sea To Sky
                Montara
              Park Central | 將軍澳中心
              Tseung Kwan O Plaza | TKO Plaza | 將軍澳廣場
              ?The Wings | 天晉
              The Parkside
              Oscar By The Sea | 清水灣半島
              ?The Grandiose | 君傲灣
              Tseung Kwan O South | TKO South | 將軍澳南
              Corinthia By The Sea | 帝景灣
              Beverly Garden | 富寧花園
              Alto Residences | 藍塘傲
              Bauhinia Garden | 寶盈花園
          Sha Tin District
            Sha Tin | 沙田 | 沙田區
              City One Shatin | City One | 沙田第一城 | 第一城
              Sha Tin Wai | 沙田圍
              Tai Wai | 大圍
                Festival City | 名城
                Grandway Garden | 富嘉花園
                Glamour Garden | 金輝花園
                Golden Lion Garden | 金獅花園
                Park View Garden | 柏景花園
                The Pavilia Farm | Pavilia Farm | 柏傲莊
                Mei Lam Estate | 美林邨
                Sun Chui Estate | 新翠邨
                Granville Garden | 恆峰花園
                Che Kung Temple | 車公廟
                Peak One | 壹號雲頂
                Worldwide Gardens | 世界花園
                Holford Gardens | 海福花園
                Julimount Garden | 瑞峰花園
                The Riverpark | Riverpark | 溱岸8號
                Hin Keng | 顯徑 | 顯徑邨
              Fo Tan | 火炭
                The Palazzo | ?Palazzo | 御龍山
                Royal Ascot | 駿景園
                Jubilee Garden | 銀禧花園
                Shatin 33 | 沙田33
                Chun Yeung Estate | 駿洋邨
                Kau To Shan | Kau To | 九肚山 | 九肚
                The Grandville | 嘉御山
                Wo Che Estate | 禾輋邨
              Shek Mun | 石門
              Siu Lek Yuen | 小瀝源
              Hilton Plaza | 希爾頓中心
              New Town Plaza | 新城市廣場
              Sha Tin Centre | 沙田中心
              Lucky Plaza | 好運中心
              Shatin Plaza | 沙田廣場
              Garden Rivera | 河畔花園
              Belair Gardens | Belair Garden | 富豪花園
              Ravana Garden | 濱景花園
              Castello | 帝堡城
              Pictorial Garden | 碧濤花園
              Prima Villa | 曉翠山莊
              Tai Shui Hang | 大水坑
              Lek Yuen Estate | 瀝源邨
              Sha Kok Estate | 沙角邨
              Pok Hong Estate | 博康邨
            Ma On Shan | MOS | 馬鞍山
              Sunshine City | 新港城
              Monte Vista | 翠擁華庭
              Villa Athena | 雅典居
              Oceanaire | 嵐岸
              Lake Silver | 銀湖天峰
              Double Cove | 迎海
              Kam Tai Court | 錦泰苑
              Kam Ying Court | 錦英苑
              Chung On Estate | 頌安邨
              Heng On | Heng On Estate | 恆安邨 | 恆安
              Yiu On Estate | 耀安邨
              Vista Paradiso | 海典灣 | 海典居
              Marbella | 迎濤灣
              Tolo Place | 海濤居
              Seanorama | 星漣海
              Wu Kai Sha | 烏溪沙 | 鳥溪沙
              Sai Sha | 西沙
              Symphony Bay | 帝琴灣
          Tai Po District
            Tai Po | 大埔 | 大埔區
              Tai Po Centre | 大埔中心
              Tai Po Plaza | 大埔廣場
              Classical Gardens | 新峰花園
              Grand Dynasty View | 盈峰翠邸
              Hong Lok Yuen | 康樂園
              Uptown Plaza | 新達廣場
              Richwood Park | 悠然山莊
              The Beverly Hills Tai Po | 比華利山別墅
              Mayfair By The Sea | 逸瓏灣
              Providence Bay | 天賦海灣
              Providence Peak | 溋玥
              Tycoon Place | 聚豪天下
              Eightland Gardens | 八號花園
              Fortune Plaza | 昌運中心
              Jade Plaza | 翠屏花園
              Tai Yuen Estate | 大元邨
              Fu Shin Estate | 富善邨
              Tai Wo | 太和
              Tai Po Market | 大埔墟
              Tai Mei Tuk | 大美督 | 大尾篤
              Sam Mun Tsai | 三門仔
              Lam Tsuen | 林村
              Pak Shek Kok | Science Park | 白石角 | 科學園
                Solaria | 嘉熙
                St Martin | 雲滙 | 雲匯
                Centra Horizon | 海日灣
          North District | 北區 | 新界北區
            Sheung Shui | 上水
              Sheung Shui Centre | 上水中心
              Sheung Shui Town Centre | 上水名都
              Tsui Lai Garden | 翠麗花園
              Venice Garden | 威尼斯花園
              Noble Hill | 皇府山
              Woodland Crest | 奕翠園
              Eden Garden | 御皇庭
              Choi Yuen Estate | 彩園邨
              Tin Ping Estate | 天平邨
            Fanling | 粉嶺
              Fanling Centre | 粉嶺中心
              Fanling Town Centre | 粉嶺名都
              Flora Plaza | 花都廣場
              Regentville | 帝庭軒
              Green Code | 逸峯
              Wah Ming Estate | 華明邨
              Union Plaza | 聯和墟 | Luen Wo Hui
              Avon Park | 碧湖花園
              Cheung Wah Estate | 祥華邨
              One Innovale
            Kwu Tung | 古洞
            Sha Tau Kok | 沙頭角
            Ta Kwu Ling | 打鼓嶺
            Lo Wu | 羅湖
          Yuen Long District
            Yuen Long | ~YL | 元朗 | 元朗區
              Yoho Midtown | 元朗Yoho Midtown
              Yoho Town | Yoho | 新時代廣場 | 元朗YOHO
              Grand Yoho
              Sun Yuen Long Centre | 新元朗中心
              Long Ping | 朗屏 | 朗屏邨
              The Spectra | 朗城滙 | 朗城匯
              Sol City | 朗屏8號
              La Grove | 爾巒
              Twin Regency | 映御
              Park Yoho | 峻巒
              ?The Reach | 尚悅
              Park Vista
              Kam Tin | 錦田
              Kam Sheung Road | 錦上路
              Shek Kong | 石崗
              Pat Heung | 八鄉
              Ping Shan | 屏山
              Nam Sang Wai | 南生圍
              Fairview Park | 錦綉花園 | 錦繡花園
              Palm Springs | 加州花園
              Royal Palms | 加州豪園
              ?The Vineyard | 葡萄園
              San Tin | 新田
              Mai Po | 米埔
              Lau Fau Shan | 流浮山
              Hung Shui Kiu | HSK | 洪水橋
              Ha Tsuen | 厦村 | 廈村
            Tin Shui Wai | TSW | 天水圍
              Kingswood Villas | Kingswood | Kingswood Villa | 嘉湖山莊 | 嘉湖
              Tin Yiu Estate | 天耀邨
              Tin Shui Estate | 天瑞邨
              Tin Chak Estate | 天澤邨
              Tin Yan Estate | 天恩邨
              Tin Lai Court | 天麗苑
          Tuen Mun District
            Tuen Mun | ~TM | 屯門 | 屯門區
              Gold Coast | Hong Kong Gold Coast | Golden Coast | 黃金海岸
              Tuen Mun Town Plaza | TMTP | 屯門市廣場
              Sun Tuen Mun Centre | Sun Tuen Mun Center | 新屯門中心
              Melody Garden | 美樂花園
              Pierhead Garden | 啟豐園
              Marina Garden | 慧豐園
              Goodrich Garden | 盈豐園
              Nerine Cove | 南浪海灣
              Miami Beach Towers | 邁亞美海灣
              Chelsea Heights | 卓爾居
              Parkland Villas | 疊茵庭
              Century Gateway | 瓏門
              Beneville | 倚嶺南庭
              The Sherwood | 豫豐花園
              Siu Hong | 兆康 | 兆康苑
              Siu Hei Court | 兆禧苑
              Glorious Garden | 富健花園
              Sam Shing | 三聖 | 三聖邨
              So Kwun Wat | 掃管笏
              ?Avignon | 星堤
              The Bloomsway | 滿名山
              Oma By The Sea
              Novo Land
              Castle Peak Bay | 青山灣
              Siu Lam | 小欖
              Tai Lam | 大欖
              Lung Kwu Tan | 龍鼓灘
              Butterfly Estate | 蝴蝶邨
              On Ting Estate | 安定邨
              Yau Oi Estate | 友愛邨
              Wu King Estate | 湖景邨
              Po Tin Estate | 寶田邨
              Aegean Coast | 愛琴海岸
          Tsuen Wan District
            Tsuen Wan | ~TW | 荃灣
              Tsuen Wan West | 荃灣西
              Nan Fung Centre | 南豐中心
              Vision City | 萬景峯 | 萬景峰
              Tsuen Wan Centre | 荃灣中心
              Tsuen Wan Plaza | 荃灣廣場
              Luk Yeung Sun Chuen | 綠楊新邨 | 綠楊新村 | 綠楊坊
              Discovery Park | 愉景新城
              Belvedere Garden | Belvedere Gardens | 麗城花園
              Allway Gardens | Allway Garden | 荃威花園
              Riviera Gardens | 海濱花園
              Waterside Plaza | 海灣花園
              Clague Garden Estate | Clague Garden | 祈德尊新邨
              City Point | 環宇海灣
              Ocean Pride | 海之戀
              Parc City | 全城滙 | 全城匯
              The Pavilia Bay | Pavilia Bay | 柏傲灣
              ?The Dynasty | 御凱
              Chelsea Court | 爵悅庭
              Indi Home | 樂悠居
              Bo Shek Mansion | 寶石大廈
              Tsuen King Garden | 荃景花園
              Fuk Loi Estate | 福來邨
              Rhine Garden | 海韻花園
              Sham Tseng | 深井
                ?Bellagio | 碧堤半島
                Sea Crest Villa | 浪翠園
                Ocean Pointe | 縉皇居
              Ting Kau | 汀九
              Ma Wan | 馬灣
                Park Island | 珀麗灣
          Kwai Tsing District | Kwai Tsing | 葵青 | 葵青區
            Kwai Chung | 葵涌 | 葵湧
              Wonderland Villas | 華景山莊
              Highland Park | 浩景臺
              Yuet Lai Court | 悅麗苑
              Kwai Chung Plaza | 葵涌廣場
              Shek Yam | 石蔭 | 石蔭邨
              Shek Lei | 石籬 | 石籬邨
            Kwai Fong | 葵芳
              New Kwai Fong Gardens | 新葵芳花園
              Kwai Fong Estate | 葵芳邨
            Kwai Hing | 葵興
              Sun Kwai Hing Gardens | 新葵興花園
              Kwai Hing Estate | 葵興邨
            Tai Wo Hau | 大窩口
            Lai King | 荔景
            Lai Yiu | 麗瑤邨
            Tsing Yi | 青衣
              Tierra Verde | 盈翠半島 | 青衣城
              Villa Esplanada | 灝景灣
              Grand Horizon | 海欣花園
              Tivoli Garden | 宏福花園
              Greenfield Garden | 翠怡花園
              Rambler Crest | 藍澄灣
              Mayfair Gardens | 美景花園
              Broadview Garden | 偉景花園
              Cheung Hong Estate | 長康邨
              Cheung Fat Estate | 長發邨
              Cheung Ching Estate | 長青邨
              Cheung On Estate | 長安邨
              Tsing Yi Garden | 青怡花園
              Serene Garden | 海悅花園
          Islands District | Outlying islands | 離島 | 離島區
            Lantau | Lantau Island | Lantao | 大嶼山
              Tung Chung | 東涌 | 東湧 | 東冲
                Caribbean Coast | 映灣園
                Century Link | 東環
                Coastal Skyline | 藍天海岸
                Tung Chung Crescent | 東堤灣畔
                Seaview Crescent | 海堤灣畔
                ?The Visionary | 昇薈
                Yat Tung Estate | 逸東邨
                Fu Tung Estate | 富東邨
                Ying Tung Estate | 迎東邨
              Discovery Bay | ~DB | DBay | Disco Bay | 愉景灣
                ?Amalfi | 津堤
                ?Positano | 悅堤
                Greenvale Village | 頤峰
              Sunny Bay | 欣澳
              Mui Wo | 梅窩
              Pui O | 貝澳
              Tai O | 大澳
            Cheung Chau | 長洲
            Lamma Island | Lamma | 南丫島 | 南丫
              Yung Shue Wan | 榕樹灣
              Sok Kwu Wan | 索罟灣
            Peng Chau | 坪洲
        """;
}
